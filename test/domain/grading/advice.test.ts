import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ADVICE_PROMPT, ADVICE_PROMPT_SHA256, adviceRequest, readAdvice } from "#shared/domain/grading/advice.ts";
import { writtenItem } from "#test/builders/written-item.ts";

const item = writtenItem();
const answer = "Dear Bo,\n\nthe parcel is  late, because it “snowed”.\n\nRegards, Cy";
const advice = (criterion: string, judgement: string, ...quotes: string[]) => ({
  criterion,
  judgement,
  quotes,
  because: "It says so.",
});
const read = (...criteria: unknown[]) => readAdvice(JSON.stringify({ criteria }), { item, answer });

describe("what an adviser is asked", () => {
  test("is pinned by the digest that every advice carries", () => {
    expect(createHash("sha256").update(ADVICE_PROMPT).digest("hex")).toBe(ADVICE_PROMPT_SHA256);
  });

  test("is the task, the criteria's titles and the answer, but neither rubric nor candidate", () => {
    const { user } = adviceRequest(item, answer);
    expect(JSON.parse(user)).toEqual({
      task: item.prompt,
      criteria: [
        { id: "delay", title: "The delay" },
        { id: "cause", title: "The cause" },
      ],
      answer,
    });
  });
});

describe("advice", () => {
  test("is kept criterion by criterion, in the rubric's order, with quotes that stand in the answer", () => {
    const said = read(advice("cause", "met", 'because it "snowed"'), advice("delay", "partly", "parcel is late"));
    expect(said).toEqual({
      criteria: [
        { ...advice("delay", "partly", "parcel is late") },
        { ...advice("cause", "met", 'because it "snowed"') },
      ],
      dropped: 0,
    });
  });

  test("loses quotes that the answer doesn't hold, and a judgement that nothing is left to show for", () => {
    const said = read(advice("delay", "met", "the parcel is late", "parcel"), advice("cause", "met", "a storm"));
    expect(said).toMatchObject({ criteria: [{ criterion: "delay" }, ...[]], dropped: 2 });
    expect(said!.criteria).toHaveLength(1);
  });

  test("that something isn't met needs no quote", () => {
    expect(read(advice("cause", "not_met"))).toMatchObject({ criteria: [{ judgement: "not_met" }], dropped: 0 });
  });

  test("of criteria that aren't there, or said twice, is dropped", () => {
    expect(
      read(advice("style", "met", "parcel"), advice("delay", "not_met"), advice("delay", "met", "late")),
    ).toMatchObject({
      criteria: [{ criterion: "delay", judgement: "not_met" }],
      dropped: 4,
    });
  });

  test("is read out of the words around it, and is none in any other form", () => {
    expect(readAdvice('Here: ```{"criteria": []}``` Done.', { item, answer })).toEqual({ criteria: [], dropped: 0 });
    for (const reply of ["", "5 points", "{", "}{", '{"criteria": [{"criterion": 1}]}', '{"points": 5}'])
      expect(readAdvice(reply, { item, answer })).toBeUndefined();
  });
});
