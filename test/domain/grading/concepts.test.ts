import { describe, expect, test } from "vitest";
import { findConcepts } from "#shared/domain/grading/concepts/match.ts";
import type { Concept } from "#shared/domain/grading/concepts/schema.ts";

const fails: Concept = {
  name: "it fails",
  phrases: ["throw", "crash", "error", "not defined", "i is undefined"],
  contradictions: [],
  denials: ["no error", "error free", "print 15", "print NaN"],
  decisive: ["throw", "crash", "error"],
  negated: "denies",
};
const stray: Concept = {
  name: "the semicolon",
  phrases: ["semicolon"],
  contradictions: ["missing", "lacks", "forgot", "add a"],
  denials: [],
  decisive: [],
  negated: "review",
};

const stateOf = (text: string, concept: Concept) => findConcepts(text, [concept]).findings[0]!.state;

describe("a negation that governs an idea's phrase denies it, where the idea asks for that", () => {
  test.each([
    "It doesn't throw.",
    "There is no ReferenceError, no runtime error.",
    "It does not result in any kind of error.",
    "It isn't going to crash",
    "It neither throws nor crashes",
    "No errors are thrown",
  ])("%s", (text) => expect(stateOf(text, fails)).toBe("contradicted"));

  test.each([
    "No, it crashes",
    "It prints nothing and throws",
    "It does not print a number but throws an error",
    "i is not defined, so no output",
  ])("not in: %s", (text) => expect(["met", "doubtful"]).toContain(stateOf(text, fails)));

  test("elsewhere it counts, and a person looks", () =>
    expect(stateOf("There should be no semicolon after the loop", stray)).toBe("doubtful"));
});

describe("a denial fails an idea", () => {
  test("unless it says what should be, or what is not", () => {
    for (const text of [
      "It should print 15 but throws",
      "It throws instead of printing 15",
      "Crashes, never prints 15",
    ])
      expect(stateOf(text, fails)).toBe("met");
  });

  test("unless a decisive phrase says it all the same: then a person looks", () => {
    expect(stateOf("It prints 15, then it throws", fails)).toBe("doubtful");
    expect(stateOf("i is undefined, so it prints NaN", fails)).toBe("contradicted");
    expect(stateOf("error-free", fails)).toBe("contradicted");
  });
});

describe("a contradiction fails an idea within three words of a phrase", () => {
  test.each([
    ["a missing semicolon", "contradicted"],
    ["the semicolon that is missing", "contradicted"],
    ["missing one two semicolon", "contradicted"],
    ["missing one two three semicolon", "met"],
    ["It isn't a missing semicolon", "doubtful"],
  ])("%s: %s", (text, state) => expect(stateOf(text, stray)).toBe(state));
});
