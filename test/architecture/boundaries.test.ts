import { describe, expect, test } from "vitest";
import { type Import, type SourceFile, sourceFiles } from "./source-files.ts";

/** What a room may import: rooms and files of this repository, and packages. The first room that fits a file counts. */
type Room = { room: string; from: string[]; packages: RegExp };

const NONE = /^$/;
const ZOD = /^zod\/mini$/;
const ANY = /./;

const ROOMS: Room[] = [
  { room: "shared/domain/", from: ["shared/domain/"], packages: ZOD },
  { room: "shared/ports/", from: ["shared/ports/", "shared/domain/"], packages: NONE },
  { room: "shared/use-cases/", from: ["shared/use-cases/", "shared/ports/", "shared/domain/"], packages: NONE },
  { room: "shared/authoring/", from: ["shared/authoring/", "shared/domain/"], packages: /^yaml$/ },
  { room: "shared/contracts/", from: ["shared/contracts/", "shared/domain/"], packages: ZOD },
  { room: "shared/adapters/", from: ["shared/adapters/", "shared/ports/", "shared/domain/"], packages: ANY },
  { room: "functions/runtime/dependencies/", from: ["functions/runtime/", "shared/"], packages: NONE },
  {
    room: "functions/runtime/",
    from: ["functions/runtime/", "shared/contracts/", "shared/ports/", "shared/domain/"],
    packages: /^(zod\/mini|@middy\/core|aws-lambda|node:async_hooks)$/,
  },
  { room: "functions/grading/", from: ["functions/grading/", "shared/domain/"], packages: ANY },
  ...["candidate", "staff", "ats", "workflow", "delivery"].map((zone) => ({
    room: `functions/${zone}/`,
    from: [`functions/${zone}/`, "functions/runtime/", "shared/contracts/", "shared/use-cases/", "shared/domain/"],
    packages: ZOD,
  })),
  { room: "web/build.ts", from: ["web/", "shared/contracts/"], packages: ANY },
  { room: "web/verify/", from: ["web/", "shared/domain/"], packages: /^(preact(\/.*)?|@noble\/hashes\/.*)$/ },
  {
    room: "web/console/",
    from: ["web/", "shared/contracts/", "shared/domain/", "shared/authoring/"],
    packages:
      /^(preact(\/.*)?|zod\/mini|wouter-preact(\/.*)?|@tanstack\/preact-query|oauth4webapi|papaparse|@observablehq\/plot|@codemirror\/.*|@lezer\/.*)$/,
  },
  {
    room: "web/",
    from: ["web/", "shared/contracts/", "shared/domain/"],
    packages: /^(preact(\/.*)?|@preact\/signals|@codemirror\/.*|@lezer\/.*)$/,
  },
  {
    room: "infra/",
    from: ["infra/", "shared/contracts/route", "web/content-security-policy.ts"],
    packages: /^(aws-cdk-lib(\/.*)?|constructs|cdk-nag|zod\/mini|node:.*)$/,
  },
];

const files = sourceFiles("shared", "functions", "web", "infra").filter(
  ({ path }) => !path.startsWith("shared/playbooks/"),
);

const roomOf = ({ path }: SourceFile): Room | undefined => ROOMS.find(({ room }) => path.startsWith(room));

function isAllowed({ from, packages }: Room, { specifier, target }: Import): boolean {
  return target === undefined ? packages.test(specifier) : from.some((place) => target.startsWith(place));
}

describe("the dependency rule", () => {
  test("every file lies in a room, and imports are seen", () => {
    expect(files.flatMap(({ imports }) => imports).length).toBeGreaterThan(500);
    expect(files.filter((file) => !roomOf(file)).map(({ path }) => path)).toEqual([]);
  });

  test.each(ROOMS.map(({ room }) => room))("%s imports only what it may", (room) => {
    const broken = files
      .filter((file) => roomOf(file)?.room === room)
      .flatMap((file) =>
        file.imports
          .filter((each) => !isAllowed(roomOf(file)!, each))
          .map(({ specifier }) => `${file.path} imports ${specifier}`),
      );
    expect(broken).toEqual([]);
  });

  test("at run time, a page takes from contracts and domain only what is pure and small, but for the verifier", () => {
    const taken = files
      .filter(({ path }) => path.startsWith("web/") && !path.startsWith("web/verify/") && path !== "web/build.ts")
      .flatMap(({ imports }) => imports.filter(({ typeOnly, target }) => !typeOnly && target?.startsWith("shared/")));
    expect(taken.filter(({ target }) => /schema|shapes|routes|registry/.test(target!))).toEqual([]);
  });

  test("no file imports itself in a circle", () => {
    const imports = new Map(
      files.map((file) => [file.path, file.imports.flatMap((each) => (each.typeOnly ? [] : (each.target ?? [])))]),
    );
    expect(circlesIn(imports)).toEqual([]);
  });
});

/** Every circle of imports, as a path that ends where it began. */
function circlesIn(imports: ReadonlyMap<string, string[]>): string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, way: string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(" → "));
    if (way.includes(file) || done.has(file)) return;
    for (const next of imports.get(file) ?? []) visit(next, [...way, file]);
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return circles;
}
