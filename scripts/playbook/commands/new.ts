import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { ROOT_FILE } from "#shared/authoring/source.ts";
import { localId } from "#shared/domain/playbook/schema.ts";
import { readArguments } from "../arguments.ts";
import { UsageError } from "../report.ts";

const SKELETON = fileURLToPath(new URL("../skeleton", import.meta.url));
const SCHEMA = fileURLToPath(new URL("../../../shared/playbooks/playbook.schema.json", import.meta.url));

/** `new <folder>`: begins a playbook that is sound as it stands, named after its folder. */
export async function createPlaybook(args: string[]): Promise<boolean> {
  const { named } = readArguments(args, ["folder"]);
  const folder = resolve(named.folder);
  const id = idOf(folder);
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new UsageError(`${named.folder} isn't empty.`);
  cpSync(SKELETON, folder, { recursive: true });
  const file = join(folder, ROOT_FILE);
  writeFileSync(file, personal(readFileSync(file, "utf8"), { id, schema: relative(folder, SCHEMA) }));
  console.log(`${named.folder} holds a playbook that is sound as it stands. Now:

  npm run playbook -- preview ${named.folder}
  npm run playbook -- check ${named.folder}

docs/guides/authoring.md shows the way from here.`);
  return true;
}

/** The folder's name as an id. @throws UsageError when it makes none */
function idOf(folder: string): string {
  const id = basename(folder)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^[-\d]+|-+$/g, "");
  if (localId.safeParse(id).success) return id;
  throw new UsageError(`A playbook is named after its folder, and "${basename(folder)}" makes no name.`);
}

const personal = (text: string, { id, schema }: { id: string; schema: string }): string =>
  text
    .replace("$schema=playbook.schema.json", () => `$schema=${schema}`)
    .replace("id: my-role", () => `id: ${id}`)
    .replace("title: My role", () => `title: ${titleOf(id)}`);

const titleOf = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1).replaceAll("-", " ");
