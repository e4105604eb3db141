import { existsSync, readFileSync, realpathSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { type PlaybookSource, readSource } from "#shared/authoring/source.ts";

/** Reads a playbook's folder: `playbook.yaml` and every file it names. Nothing outside of the folder is read. */
export function readFolder(folder: string): PlaybookSource {
  const inside = resolve(folder);
  return readSource((name) => readText(inside, name));
}

function readText(folder: string, name: string): string | undefined {
  const path = join(folder, name);
  if (!existsSync(path)) return undefined;
  const inside = relative(realpathSync(folder), realpathSync(path));
  if (inside === ".." || inside.startsWith(`..${sep}`)) return undefined;
  return readFileSync(path, "utf8").replaceAll("\r\n", "\n");
}
