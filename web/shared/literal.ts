const WIDE = 60;
const BARE_NAME = /^[A-Za-z_$][\w$]*$/;

/** A JSON value as a programmer would write it; a long list of records takes one line for each. */
export function literal(value: unknown): string {
  const line = oneLine(value);
  if (!Array.isArray(value) || line.length < WIDE) return line;
  return `[\n${value.map((entry) => `  ${oneLine(entry)},\n`).join("")}]`;
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, field]) => `${nameText(name)}: ${oneLine(field)}`);
  return fields.length > 0 ? `{ ${fields.join(", ")} }` : "{}";
}

function nameText(name: string): string {
  return BARE_NAME.test(name) ? name : JSON.stringify(name);
}
