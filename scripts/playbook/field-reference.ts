import { playbookJsonSchema } from "./json-schema.ts";

type Schema = {
  type?: string | string[];
  description?: string;
  default?: unknown;
  const?: unknown;
  enum?: unknown[];
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  required?: string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
};

const HEAD = `# Every field of a playbook

Made from the schema by \`node scripts/generate.ts\`; [authoring.md](authoring.md) says how to use it. Fields in **bold** must be
given, the others may be left out.
`;

/** The reference of all fields, as Markdown: the playbook, what every item has, then what each type adds. */
export function fieldReference(): string {
  const playbook = playbookJsonSchema("inline") as Schema;
  const entries = branches(playbook.properties!.sections!.items!.properties!.items!.items!);
  const items = entries.filter((entry) => !DRAWN.has(typeName(entry)));
  const common = Object.keys(items[0]!.properties!).filter((name) =>
    items.every(({ properties }) => properties![name]),
  );
  const shared = common.filter((name) => name !== "type");
  return [
    HEAD,
    "## The playbook\n",
    ...table(playbook),
    "\n## Every item\n",
    ...table(pick(items[0]!, (name) => shared.includes(name))),
    ...kindTables("Item type", items, shared),
    "\n## What a seed draws\n",
    "These stand among a section's items. An item with a list of `variants` is read as the second kind, written out.",
    ...kindTables(
      "Entry",
      entries.filter((entry) => DRAWN.has(typeName(entry))),
      [],
    ),
    "\n## Parts\n",
    "A part has the fields of an item of its type, but no `shares`, `critical` and `disputed`, and may do without `prompt`.",
    "One type is found as a part only:",
    ...kindTables("Part type", onlyParts(items), shared),
    "",
  ].join("\n");
}

/** What stands among a section's items and is none. */
const DRAWN: ReadonlySet<string> = new Set(["pool", "variants"]);

const kindTables = (heading: string, kinds: Schema[], shared: string[]): string[] =>
  kinds.flatMap((kind) => [
    `\n### ${heading} \`${typeName(kind)}\`\n`,
    ...table(pick(kind, (name) => !shared.includes(name) && name !== "type")),
  ]);

const typeName = (kind: Schema): string => String(kind.properties!.type!.const);

const pick = (schema: Schema, wanted: (name: string) => boolean): Schema => ({
  ...schema,
  properties: Object.fromEntries(Object.entries(schema.properties!).filter(([name]) => wanted(name))),
});

/** The kinds of part that are no item type. */
function onlyParts(items: Schema[]): Schema[] {
  const parts = items.flatMap(({ properties }) => (properties!.parts ? branches(properties!.parts.items!) : []));
  const known = items.map(typeName);
  return parts.filter(
    (part, index) =>
      !known.includes(typeName(part)) && parts.findIndex((other) => typeName(other) === typeName(part)) === index,
  );
}

const branches = (schema: Schema): Schema[] => schema.oneOf ?? schema.anyOf ?? [schema];

const table = (schema: Schema): string[] => ["| field | takes | what it is |", "|---|---|---|", ...rows(schema, "")];

function rows(schema: Schema, prefix: string): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, value]) => {
    const path = `${prefix}${name}`;
    const needed = schema.required?.includes(name) ?? false;
    const row = `| ${needed ? `**\`${path}\`**` : `\`${path}\``} | ${takes(value)} | ${meaning(value)} |`;
    return [row, ...(OWN_TABLES.has(name) ? [] : inside(value, path))];
  });
}

/** What these hold has tables of its own. */
const OWN_TABLES: ReadonlySet<string> = new Set(["item", "items", "parts", "practice"]);

/** The rows of what stands inside a field: its own fields, those of its list, or those of each kind it may be. */
function inside(schema: Schema, path: string): string[] {
  if (schema.properties) return rows(schema, `${path}.`);
  if (schema.items) return inside(schema.items, `${path}[]`);
  const kinds = branches(schema).filter(({ properties }) => properties);
  return kinds.flatMap((kind) => (kind === schema ? [] : rows(kind, `${path}${label(kind)}.`)));
}

function label({ properties = {} }: Schema): string {
  const telling = Object.entries(properties).find(([, { const: value }]) => value !== undefined);
  return telling ? `(${telling[1].const})` : "";
}

const TYPES: Readonly<Record<string, string>> = {
  string: "text",
  integer: "whole number",
  number: "number",
  boolean: "true or false",
  array: "list",
  object: "fields",
};

function takes({ type, const: constant, enum: values, anyOf, oneOf }: Schema): string {
  if (constant !== undefined) return `\`${constant}\``;
  if (values) return values.map((value) => `\`${value}\``).join(", ");
  if (Array.isArray(type)) return "number";
  if (type) return TYPES[type] ?? type;
  const kinds = [...new Set((anyOf ?? oneOf ?? []).map(takes))].filter((kind) => kind !== "");
  return kinds.length > 0 && kinds.length < 5 ? kinds.join(" or ") : "any value";
}

function meaning({ description = "", default: fallback }: Schema): string {
  const text = description.replaceAll("|", "\\|").replaceAll("\n", " ");
  const given = fallback === undefined || isEmpty(fallback) ? "" : ` Left out: \`${JSON.stringify(fallback)}\`.`;
  return text + given;
}

const isEmpty = (value: unknown): boolean =>
  value === "" || (typeof value === "object" && value !== null && Object.keys(value).length === 0);
