import { describe, expect, test } from "vitest";
import { pick } from "#web/items/best_worst/best-worst.tsx";
import { paired } from "#web/items/matching/matching.tsx";
import { withPart } from "#web/items/part-list.tsx";
import { moved } from "#web/items/ranking/ranking.tsx";
import { sayAnswer } from "#web/items/registry.ts";

describe("picking the best and the worst", () => {
  test("one option can't be both: the later pick takes it from the other side", () => {
    const best = pick(null, "best", "a");
    expect(best).toEqual({ best: "a", worst: null });
    expect(pick(best, "worst", "a")).toEqual({ best: null, worst: "a" });
    expect(pick(best, "worst", "b")).toEqual({ best: "a", worst: "b" });
  });
});

describe("ranking", () => {
  test("an entry moves one place and the others keep their order", () => {
    expect(moved(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
    expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
  });
});

describe("matching and parts", () => {
  test("a pair is set, changed and taken away; nothing left is no answer", () => {
    expect(paired(null, "x", "1")).toEqual({ x: "1" });
    expect(paired({ x: "1" }, "x", "2")).toEqual({ x: "2" });
    expect(paired({ x: "1" }, "x", "")).toBeNull();
  });

  test("a part that is emptied leaves the answer", () => {
    expect(withPart({ a: "1", b: "2" }, "a", "")).toEqual({ b: "2" });
    expect(withPart({ a: "1" }, "a", "")).toBeNull();
  });
});

describe("an answer told in words", () => {
  const options = [
    { id: "a", text: "First" },
    { id: "b", text: "Second" },
  ];
  const item = (type: string, more: object) => ({ id: "i", type, title: "I", points: "1", prompt: "", ...more });

  test.each([
    ["single_choice", { options }, "b", "Second"],
    ["multi_select", { options }, ["a", "b"], "First and Second"],
    ["best_worst", { options }, { best: "a", worst: null }, "Best: First\nWorst: no choice"],
    ["ranking", { options }, ["b", "a"], "1. Second\n2. First"],
    ["matching", { left: options, right: options }, { a: "b" }, "First: Second\nSecond: no choice"],
    ["coding", {}, { language: "javascript", source: "x" }, "x"],
    ["sql", {}, { query: "SELECT 1" }, "SELECT 1"],
    ["parts", { parts: [item("numeric", { title: "N" })] }, { i: "5" }, "N: 5"],
    ["written", {}, null, "(empty)"],
  ])("%s", (type, more, value, said) => expect(sayAnswer(item(type, more), value)).toBe(said));
});
