import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { zoneSources } from "#infra/zone-sources.ts";
import { ERRORS_BY_CLASS } from "#scripts/build/lean-plugins.ts";
import { problems } from "#shared/contracts/problem.ts";
import { routes } from "#shared/contracts/routes.ts";
import { sourceFiles } from "./source-files.ts";

const ROOT = path.join(import.meta.dirname, "../..");
const sources = sourceFiles("shared", "functions", "web", "infra", "scripts");
const product = sources.filter(({ path }) => !path.startsWith("scripts/"));

describe("conventions", () => {
  test("every operation of the route table has a file of its own in its zone", () => {
    for (const { zone, operation } of routes) {
      expect(existsSync(path.join(ROOT, `functions/${zone}/${operation}.ts`)), operation).toBe(true);
    }
  });

  test("every zone's function has its source", () => {
    for (const source of Object.values(zoneSources)) expect(existsSync(path.join(ROOT, source)), source).toBe(true);
  });

  test("every refusal has a place in the catalogue of problems", () => {
    const thrown = product.flatMap(({ path, text }) =>
      [...text.matchAll(/new Refusal\(\s*"(\w+)"/g)].map(([, code]) => ({ path, code: code! })),
    );
    expect(thrown.length).toBeGreaterThan(20);
    expect(thrown.filter(({ code }) => !Object.hasOwn(problems, code))).toEqual([]);
  });

  test("the catalogue holds no code that nobody refuses with", () => {
    const text = product
      .filter(({ path }) => !path.startsWith("shared/contracts/"))
      .map((file) => file.text)
      .join();
    expect(Object.keys(problems).filter((code) => !text.includes(`"${code}"`))).toEqual([]);
  });

  test("bundles know every error of a client by class that an adapter asks for by class", () => {
    const asked = sources
      .filter(({ path }) => path.startsWith("shared/adapters/"))
      .flatMap(({ text }) =>
        [...text.matchAll(/instanceof (?:sdk\.)?(\w+(?:Exception|Exists))\b/g)].map(([, name]) => name!),
      );
    expect(asked.filter((name) => !ERRORS_BY_CLASS.includes(name))).toEqual([]);
  });

  test("adapters are made in one place", () => {
    const makers = product.filter(
      ({ path, imports }) =>
        !path.startsWith("shared/adapters/") && imports.some(({ target }) => target?.startsWith("shared/adapters/")),
    );
    expect(makers.filter(({ path }) => !path.startsWith("functions/runtime/dependencies/"))).toEqual([]);
  });

  test("files stay short enough to be read at once", () => {
    const long = sources.map(({ path, text }) => ({ path, lines: text.split("\n").length }));
    expect(long.filter(({ lines }) => lines > 260)).toEqual([]);
  });
});
