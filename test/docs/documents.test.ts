import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parseSettings } from "#infra/settings.ts";
import { problems } from "#shared/contracts/problem.ts";
import { SCOPES } from "#shared/contracts/route.ts";
import { routes } from "#shared/contracts/routes.ts";
import { anchorsOf, blocksOf, documents, linksOf, ownFiles, ROOT, readPage } from "./pages.ts";

const pages = documents();
const readme = readPage("README.md");
const runbook = readPage("docs/runbook.md");
const integrators = readPage("docs/guides/integrators.md");

describe("links", () => {
  test.each(pages)("$path leads to files and headings that exist", (page) => {
    const broken = linksOf(page).filter(({ file, anchor }) => {
      if (!existsSync(path.join(ROOT, file))) return true;
      return anchor !== undefined && !anchorsOf(readPage(file)).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  test("every guide and every decision can be reached from the README", () => {
    const reached = new Set<string>();
    const follow = (file: string): void => {
      if (reached.has(file) || !file.endsWith(".md")) return;
      reached.add(file);
      for (const link of linksOf(readPage(file))) follow(link.file);
    };
    follow("README.md");
    const kept = pages.map((page) => page.path).filter((file) => file.startsWith("docs/"));
    expect(kept.filter((file) => !reached.has(file))).toEqual([]);
  });

  test("source files named in documents exist", () => {
    const named = pages.flatMap(({ path: from, text }) =>
      [...text.matchAll(/`((?:shared|functions|infra|scripts|test|web)\/[\w./-]+)`/g)].map(([, file]) => ({
        from,
        file: file!,
      })),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(({ file }) => !file.includes("slider") && !existsSync(path.join(ROOT, file)))).toEqual([]);
  });
});

describe("commands", () => {
  const { scripts } = JSON.parse(readPage("package.json").text) as { scripts: { [name: string]: string } };

  test("every npm command that a document names exists", () => {
    const named = pages.flatMap(({ path: from, text }) =>
      [...text.matchAll(/\bnpm (?:run (?:-s )?(\w[\w:-]*)|(start|test)\b)/g)].map(([, run, short]) => ({
        from,
        script: (run ?? short)!,
      })),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter(({ script }) => !Object.hasOwn(scripts, script))).toEqual([]);
  });

  test("every command of the authors that a document names exists", () => {
    const commands = readdirSync(path.join(ROOT, "scripts/playbook/commands")).map((file) =>
      path.basename(file, ".ts"),
    );
    const named = pages.flatMap(({ text }) =>
      [...text.matchAll(/npm run (?:-s )?playbook -- (\w+)/g)].map(([, command]) => command!),
    );
    expect(named.filter((command) => !commands.includes(command))).toEqual([]);
  });
});

describe("the runbook", () => {
  test("has a heading for every alarm, and no alarm leads to another", () => {
    const alarms = readPage("infra/constructs/alarms.ts").text;
    const named = [...alarms.matchAll(/runbook: "([\w-]+)"/g)].map(([, heading]) => heading!);
    expect(named.length).toBeGreaterThanOrEqual(10);
    expect(named.filter((heading) => !anchorsOf(runbook).includes(heading))).toEqual([]);
  });

  test("says under each alarm what it means, whom it hurts, where to look and what helps", () => {
    const parts = runbook.text.split(/^## /m).filter((part) => /^[a-z-]+\n/.test(part));
    expect(parts.length).toBeGreaterThanOrEqual(9);
    for (const part of parts) {
      for (const word of ["Means", "Hurts", "First look", "Remedy"]) expect(part).toContain(`**${word}.**`);
    }
  });
});

describe("the interface", () => {
  const table = new Set<string>(routes.map(({ method, path }) => `${method} ${shapeOf(path)}`));
  const paths = new Set([...table].map((route) => route.split(" ")[1]!));

  test("every route that a document names by method and path is in the route table", () => {
    const named = pages.flatMap(({ path: from, text }) =>
      [...text.matchAll(/\b(GET|POST|PUT|PATCH|DELETE) (\/(?:v1|\.well-known)\/[\w{}./-]+)/g)].map(
        ([, method, path]) => ({
          from,
          route: `${method} ${shapeOf(path!)}`,
        }),
      ),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter(({ route }) => !table.has(route))).toEqual([]);
  });

  test("every address that an example calls is in the route table", () => {
    const called = pages.flatMap(({ path: from, text }) =>
      [...text.matchAll(/\$API(\/[\w{}$./-]*)/g)].map(([, path]) => ({ from, path: shapeOf(path!) })),
    );
    expect(called.length).toBeGreaterThan(10);
    const isRoute = (path: string) => [...paths].some((route) => fits(path, route));
    expect(called.filter(({ path }) => !isRoute(path))).toEqual([]);
  });

  test("integrators read of every scope, and of no problem that isn't one", () => {
    expect(SCOPES.filter((scope) => !integrators.text.includes(`\`${scope}\``))).toEqual([]);
    const named = [...integrators.text.matchAll(/`([a-z]+(?:_[a-z]+)+)`/g)].map(([, code]) => code!);
    const ours = named.filter((code) => /^(idempotency|invalid|result|session)_/.test(code));
    expect(ours.filter((code) => !Object.hasOwn(problems, code) && !isField(code))).toEqual([]);
  });

  test("the catalogue of errors has each once, as it is answered, with what to do", () => {
    const rows = [...readPage("docs/guides/errors.md").text.matchAll(/^\| `(\w+)` \| (\d+) \| (.+?) \| (.+) \|$/gm)];
    const listed = rows.map(([, code, status, title]) => ({ code, status: Number(status), title }));
    expect(listed).toEqual(Object.entries(problems).map(([code, problem]) => ({ code, ...problem })));
    expect(rows.filter(([, , , , remedy]) => !/^[A-Z`].*\.$/.test(remedy!)).map(([, code]) => code)).toEqual([]);
  });

  test("examples in JSON are JSON", () => {
    for (const page of pages) for (const block of blocksOf(page, "json")) JSON.parse(block);
  });
});

describe("the README", () => {
  test("its map of folders is the tree", () => {
    const map = blocksOf(readme, "").find((block) => block.includes("functions/"))!;
    const { top, inner } = readMap(map);
    const folders = new Set(ownFiles().flatMap((file) => ancestorsOf(file)));
    expect(top).toEqual([...folders].filter((folder) => !folder.includes("/") && !folder.startsWith(".")).sort());
    expect(inner.filter((folder) => !folders.has(folder))).toEqual([]);
  });

  test("its map names every room of functions, shared and web", () => {
    const { inner } = readMap(blocksOf(readme, "").find((block) => block.includes("functions/"))!);
    const rooms = ownFiles().map((file) => file.split("/").slice(0, -1).slice(0, 2).join("/"));
    const wanted = rooms.filter((room) => /^(functions|shared|web)\/./.test(room));
    expect([...new Set(wanted)].filter((room) => !inner.includes(room))).toEqual([]);
  });

  test("names every setting", () => {
    const source = readPage("infra/settings.ts").text;
    const schema = source.slice(source.indexOf("const schema"), source.indexOf("export type Settings"));
    const settings = [...schema.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name!);
    expect(settings).toEqual(expect.arrayContaining(Object.keys(parseSettings({}))));
    const told = [...readme.text.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name!);
    expect(told.sort()).toEqual(settings.sort());
  });
});

test("pictures are small enough to be waited for", () => {
  const pictures = ownFiles().filter((file) => file.startsWith("docs/images/"));
  expect(pictures.length).toBeGreaterThan(0);
  for (const picture of pictures) expect(readPage(picture).text.length, picture).toBeLessThan(300 * 1024);
});

test("nothing names a folder of the machine it was written on", () => {
  const folder = new RegExp(`(?<![\\w./-])(?:${escapeOf(ROOT)}|/(?:home|Users)/\\w+)/`);
  const texts = ownFiles().filter((file) => !/\.(png|wasm)$/.test(file));
  expect(texts.filter((file) => folder.test(readPage(file).text))).toEqual([]);
});

test("the lock file names no registry: whoever installs has their own", () => {
  expect(readPage("package-lock.json").text).not.toMatch(/"resolved": "https?:/);
});

/** A path with every parameter as `{}`, whatever an example puts there. */
function shapeOf(path: string): string {
  return path.replaceAll(/\{\w+\}|\$\w+/g, "{}").replace(/[./]+$/, "");
}

/** Whether a path is a route's, with anything for each of its parameters. */
function fits(path: string, route: string): boolean {
  const [given, wanted] = [path.split("/"), route.split("/")];
  return given.length === wanted.length && wanted.every((part, place) => part === "{}" || part === given[place]);
}

const isField = (name: string): boolean => ["session_id"].includes(name);

/** The folders of the README's map: those at the left edge, and those below them by their whole path. */
function readMap(map: string): { top: string[]; inner: string[] } {
  const top: string[] = [];
  const inner: string[] = [];
  for (const [, indent, name] of map.matchAll(/^( *)([\w-]+)\//gm)) {
    if (indent === "") top.push(name!);
    else inner.push(`${top.at(-1)}/${name}`);
  }
  return { top, inner };
}

function ancestorsOf(file: string): string[] {
  const parts = file.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}

const escapeOf = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
