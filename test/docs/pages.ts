import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export const ROOT = path.join(import.meta.dirname, "../..");

/** A file of the repository as text; the path is from the root. */
export type Page = { path: string; text: string };

/** What belongs to the repository: paths from the root. */
export function ownFiles(): string[] {
  const ignored = readPage(".gitignore").text.split("\n");
  const isOwn = (name: string) => name !== ".git" && !ignored.includes(`${name}/`) && !name.endsWith(".log");
  const walk = (folder: string): string[] =>
    readdirSync(path.join(ROOT, folder), { withFileTypes: true })
      .filter(({ name }) => isOwn(name))
      .flatMap((entry) => {
        const place = path.join(folder, entry.name);
        if (entry.isDirectory()) return walk(place);
        return entry.isFile() ? [place] : [];
      });
  return walk("");
}

export const readPage = (file: string): Page => ({ path: file, text: readFileSync(path.join(ROOT, file), "utf8") });

/** Every document for people. */
export const documents = (): Page[] =>
  ownFiles()
    .filter((file) => file.endsWith(".md"))
    .map(readPage);

/** The anchors of a document's headings, as they are made on GitHub. */
export const anchorsOf = ({ text }: Page): string[] => headingsOf(text).map(anchorOf);

const headingsOf = (text: string): string[] =>
  [...withoutCode(text).matchAll(/^#{1,6} (.+)$/gm)].map(([, title]) => title!);

const anchorOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(" ", "-");

/** Where a document's relative links and pictures lead: a path from the root, and the anchor behind `#`. */
export function linksOf({ path: from, text }: Page): { link: string; file: string; anchor: string | undefined }[] {
  const targets = [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
  return targets
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((link) => {
      const [target = "", anchor] = link.split("#");
      return { link, file: target === "" ? from : path.join(path.dirname(from), target), anchor };
    });
}

const FENCE = /^ *```(\w*)\n([\s\S]*?)^ *```/gm;

const withoutCode = (text: string): string => text.replaceAll(FENCE, "").replaceAll(/`[^`\n]*`/g, "");

/** The fenced blocks of a document in one language; `""` for those that name none. */
export const blocksOf = ({ text }: Page, language: string): string[] =>
  [...text.matchAll(FENCE)].filter(([, named]) => named === language).map(([, , block]) => block!);
