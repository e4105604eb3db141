import { describe, expect, test } from "vitest";
import { javascriptMutants } from "#scripts/playbook/mutants/javascript.ts";
import { sqlMutants } from "#scripts/playbook/mutants/sql.ts";

const changes = (mutants: { change: string }[]): string[] => mutants.map(({ change }) => change);
const ofProgram = (source: string) => changes(javascriptMutants(source, "javascript"));
const ofQuery = (query: string) => changes(sqlMutants(query));

describe("mutants of a program", () => {
  test.each([
    ["a < b", ["a < b → a <= b", "a < b → a > b"]],
    ["a === b", ["a === b → a !== b"]],
    ["a * b", ["a * b → a / b"]],
    ["a && b", ["a && b → a || b", "a && b → (a)", "a && b → (b)"]],
    ["a ?? b", ["a ?? b → a || b", "a ?? b → a && b"]],
    ["!a", ["!a → (a)"]],
    ["7", ["7 → 8", "7 → 6"]],
    ['"paid"', ['"paid" → ""']],
    ["true", ["true → false"]],
    ["a ? b : c", ["a → !(a)", "a → true", "a → false"]],
    ["[...a]", ["[...a] → []", "[...a] → (a)"]],
    ["a.some(b)", ["a.some(b) → a.every(b)"]],
    ["a.sort(b)", ["a.sort(b) → (a)"]],
    ["a?.b", ["a?.b → a.b"]],
  ])("%s is changed to %j", (expression, expected) => {
    expect(ofProgram(`const x = ${expression};`)).toEqual(expect.arrayContaining(expected));
  });

  test.each([
    ["f(a);", "f(a); → ;"],
    ["for (const a of all) f(a);", "all → []"],
    ["for (;;) { if (a) break; }", "break; → ;"],
    ["for (const a of b) { if (a) continue; f(a); }", "continue; → break;"],
    ["throw a;", "throw a; → ;"],
    ["function f() { return a; }", "return a; → return;"],
    ["x += a;", "x += a → x -= a"],
    ["if (a) f(); else g();", "g(); → ;"],
  ])("%s gives %s", (statement, change) => {
    expect(ofProgram(statement)).toContain(change);
  });

  test("no loop is made endless by its own test", () => {
    expect(ofProgram("while (a < 3) a++;").filter((change) => change.endsWith("→ true"))).toEqual([]);
  });

  test("a fallback to nothing isn't asked to tell missing from empty", () => {
    expect(ofProgram("f(a ?? 0);")).not.toContain("a ?? 0 → a || 0");
  });

  test("each has its line and a name of its own", () => {
    const mutants = javascriptMutants("f(1);\ng(1);\n", "javascript");
    expect(mutants.filter(({ change }) => change.startsWith("1 → 2"))).toMatchObject([
      { line: 1, change: "1 → 2", text: "f(2);\ng(1);\n" },
      { line: 2, change: "1 → 2 (2)", text: "f(1);\ng(2);\n" },
    ]);
    expect(new Set(changes(mutants)).size).toBe(mutants.length);
  });

  test("types stay as they are", () => {
    const mutants = javascriptMutants("const f = (a: number): boolean => a > 1;", "typescript");
    expect(mutants).toContainEqual({
      line: 1,
      change: "a > 1 → a >= 1",
      text: "const f = (a: number): boolean => a >= 1;",
    });
  });

  test("what wouldn't be a program is left out", () => {
    expect(ofProgram("f(a ?? b ?? c);").filter((change) => change.includes("a || b ?? c"))).toEqual([]);
  });
});

describe("mutants of a query", () => {
  test.each([
    ["SELECT a FROM t WHERE a > 3", "WHERE a > 3 → WHERE a >= 3"],
    ["SELECT a FROM t WHERE a > 3", "a > 3 → a > 4"],
    ["SELECT a FROM t WHERE a > 3 AND b = 1", "a > 3 → true"],
    ["SELECT a FROM t WHERE b AND c", "WHERE b AND c → WHERE b OR c"],
    ["SELECT a FROM t WHERE d >= '2024-01-01'", "d >= '2024-01-01' → d >= '2024-01-02'"],
    [
      "SELECT a FROM t WHERE d < '2025-01-01 00:00:00+00'",
      "d < '2025-01-01 00:00:00+00' → d < '2024-12-31 23:59:59+00'",
    ],
    ["SELECT a FROM t ORDER BY a DESC, b", "ORDER BY a DESC, b → ORDER BY a DESC"],
    ["SELECT a FROM t ORDER BY a DESC, b", "BY a DESC, b → BY a ASC, b"],
    ["SELECT a FROM t ORDER BY a", "a → a DESC"],
    ["SELECT a FROM t JOIN u ON t.i = u.i", "FROM t JOIN u ON → FROM t LEFT JOIN u ON"],
    ["SELECT a FROM t LEFT JOIN u ON t.i = u.i", "FROM t LEFT JOIN u → FROM t INNER JOIN u"],
    ["SELECT count(a) FROM t", "count(a → count(DISTINCT a"],
    ["SELECT count(DISTINCT a) FROM t", "count(DISTINCT a) → count( a)"],
    ["SELECT a, b FROM t GROUP BY a, b", "GROUP BY a, b → GROUP BY b"],
    ["SELECT a FROM t HAVING count(*) > 3", "count(*) > 3 → true"],
    ["SELECT a FROM t", "SELECT a FROM → SELECT DISTINCT a FROM"],
    ["SELECT a FROM t UNION SELECT b FROM u", "FROM t UNION SELECT b → FROM t UNION ALL SELECT b"],
    ["SELECT a FROM t WHERE b IS NULL", "b IS NULL → b IS NOT NULL"],
    ["SELECT sum(a) FROM t", "SELECT sum(a → SELECT max(a"],
  ])("%s: %s", (query, change) => {
    expect(ofQuery(query)).toContain(change);
  });

  test("what stands in comments and in quotes is no keyword", () => {
    expect(ofQuery("SELECT a -- ORDER BY b DESC\nFROM t WHERE c = 'a AND b'")).toEqual([
      "SELECT a -- ORDER BY b DESC FROM → SELECT DISTINCT a -- ORDER BY b DESC FROM",
      "c = 'a AND b' → true",
      "WHERE c = 'a AND b' → WHERE c <> 'a AND b'",
      "c = 'a AND b' → c = ''",
    ]);
  });

  test("the two ends of BETWEEN stay together", () => {
    expect(
      ofQuery("SELECT a FROM t WHERE a BETWEEN b AND c AND d").filter((change) => change.endsWith("→ true")),
    ).toEqual(["a BETWEEN b AND c → true", "d → true"]);
  });
});
