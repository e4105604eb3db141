import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.join(import.meta.dirname, "../..");

/** One import of a file: what it names, where that is in this repository, and whether it is gone at run time. */
export type Import = { specifier: string; target: string | undefined; typeOnly: boolean };
export type SourceFile = { path: string; text: string; imports: Import[] };

/** Every TypeScript file below the folders, with what it imports. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => readSource(path.relative(ROOT, path.join(entry.parentPath, entry.name)))),
  );
}

function readSource(file: string): SourceFile {
  const text = readFileSync(path.join(ROOT, file), "utf8");
  return { path: file, text, imports: importsOf(file, text) };
}

const STATEMENT = /^\s*(?:import|export)\s(type\s)?(?:[^"';]*?\sfrom\s)?\s*"([^"]+)"/gm;
const CALL = /\bimport\("([^"]+)"\)(\.\w)?/g;

function importsOf(file: string, text: string): Import[] {
  const statements = [...text.matchAll(STATEMENT)].map(([, type, specifier]) => ({ specifier, typeOnly: !!type }));
  const calls = [...text.matchAll(CALL)].map(([, specifier, member]) => ({ specifier, typeOnly: !!member }));
  return [...statements, ...calls].map(({ specifier, typeOnly }) => ({
    specifier: specifier!,
    target: targetOf(file, specifier!),
    typeOnly,
  }));
}

function targetOf(file: string, specifier: string): string | undefined {
  if (specifier.startsWith("#")) return specifier.slice(1);
  return specifier.startsWith(".") ? path.join(path.dirname(file), specifier) : undefined;
}
