/** What stands on lines of its own, without blank ones. */
export const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** `name = value` lines as an object; a line without `=` names itself with nothing. */
export const pairsOf = (text: string): { [name: string]: string } =>
  Object.fromEntries(
    linesOf(text).map((line) => {
      const at = line.lastIndexOf("=");
      return at < 0 ? [line, ""] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    }),
  );

export const pairsText = (pairs: { readonly [name: string]: string }): string =>
  Object.entries(pairs)
    .map(([name, value]) => `${name} = ${value}`)
    .join("\n");

/** The number that a field holds; null where it is empty. What is no number stays a text, for the service to refuse. */
export function numberOf(text: string): number | null {
  return text.trim() === "" ? null : Number(text);
}
