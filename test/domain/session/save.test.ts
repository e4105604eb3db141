import { beforeEach, describe, expect, test } from "vitest";
import type { Json } from "#shared/domain/foundation/json.ts";
import { decideBegin } from "#shared/domain/session/decide-begin.ts";
import { decideWithdraw } from "#shared/domain/session/decide-end.ts";
import { decideSave, MAX_LATE_SAVES, MAX_SAVES, savedReply, wellFormed } from "#shared/domain/session/decide-save.ts";
import { decideStart } from "#shared/domain/session/decide-start.ts";
import { clockTime, type Story, sessionStory } from "#test/builders/session-story.ts";

let story: Story;
beforeEach(() => {
  story = sessionStory()
    .do("09:10:00", decideStart)
    .do("09:10:00", (situation) => decideBegin(situation, { section: "first" }));
});

const save = (time: string, value: Json, revision = 0, item = "a") => {
  story.do(time, (situation) => decideSave(situation, { item, value, revision }));
  return savedReply(story.state, item);
};
const refused = (code: string, data: object = {}) =>
  expect.objectContaining({ code, data: expect.objectContaining(data) });

describe("an answer in time", () => {
  test("gets the revision after the one it was based on", () => {
    expect(save("09:11:00", "1")).toEqual({ revision: 1, saved_at: clockTime("09:11:00") });
    expect(save("09:12:00", "2", 1)).toEqual({ revision: 2, saved_at: clockTime("09:12:00") });
  });

  test("sent again on the same base is answered as the first time, and written once", () => {
    const first = save("09:11:00", { b: 1, a: [2] });
    const written = story.entries.length;
    expect(save("09:11:30", { a: [2], b: 1 })).toEqual(first);
    expect(story.entries).toHaveLength(written);
  });

  test("on another base is refused with what is stored", () => {
    save("09:11:00", "1");
    const stored = { answer: { value: "1", revision: 1, saved_at: clockTime("09:11:00") } };
    expect(() => save("09:12:00", "3")).toThrow(refused("revision_conflict", stored));
    expect(() => save("09:12:00", "3", 2)).toThrow(refused("revision_conflict", stored));
    expect(() => save("09:12:00", "3", 7, "b")).toThrow(refused("revision_conflict", { answer: null }));
  });

  test("may be cleared with null, which is a revision of its own", () => {
    save("09:11:00", "1");
    expect(save("09:12:00", null, 1).revision).toBe(2);
    expect(story.state.answers.get("a")!.value).toBeNull();
  });

  test("of an item whose section isn't open yet is refused, and so is one the assessment doesn't have", () => {
    expect(() => save("09:11:00", "1", 0, "c")).toThrow(refused("section_not_open"));
    expect(() => save("09:11:00", "1", 0, "warm-up")).toThrow(refused("item_not_found"));
  });

  test(`more than ${MAX_SAVES} in a session are refused`, () => {
    story.at("09:11:00");
    const full = { ...story.at("09:11:00"), state: { ...story.state, saves: MAX_SAVES } };
    expect(() => decideSave(full, { item: "a", value: "1", revision: 0 })).toThrow(refused("too_many_saves"));
  });
});

describe("an answer that comes late", () => {
  test("is kept, told so, and doesn't replace what counts", () => {
    save("09:14:00", "1");
    expect(() => save("09:15:00", "2", 1)).toThrow(refused("section_closed", { kept: true }));
    expect(story.state.answers.get("a")!.value).toBe("1");
    expect(story.state.late.get("a")).toEqual([{ value: "2", revision: 2, saved_at: clockTime("09:15:00") }]);
  });

  test("and sent again is kept once", () => {
    expect(() => save("09:15:00", "2")).toThrow(refused("section_closed", { kept: true }));
    const written = story.entries.length;
    expect(() => save("09:15:10", "2")).toThrow(refused("section_closed", { kept: true }));
    expect(story.entries).toHaveLength(written);
  });

  test("though it was saved in time and only its acknowledgement was lost, is answered as saved", () => {
    const first = save("09:14:59", "2");
    expect(save("09:15:01", "2")).toEqual(first);
  });

  test("is kept while the session is being graded too", () => {
    expect(() => save("09:40:00", "2", 0, "c")).toThrow(refused("section_closed", { kept: true }));
    expect(story.state.status).toBe("grading");
  });

  test("to a section that was never opened is refused: nobody was asked", () => {
    const untimed = sessionStory({ accommodation: { kind: "untimed" } }).do("09:10:00", decideStart);
    const situation = untimed.at("2026-03-20T00:00:00.000Z");
    expect(() => decideSave(situation, { item: "a", value: "1", revision: 0 })).toThrow(refused("wrong_status"));
  });

  test("isn't kept without end", () => {
    const situation = story.at("09:15:00");
    const full = { ...situation, state: { ...situation.state, late_saves: MAX_LATE_SAVES } };
    expect(decideSave(full, { item: "a", value: "1", revision: 0 })).toEqual({
      facts: [],
      refusal: refused("section_closed", { kept: false }),
    });
  });

  test("to a session that its candidate withdrew is refused", () => {
    story.do("09:12:00", decideWithdraw);
    expect(() => save("09:13:00", "1")).toThrow(refused("wrong_status", { session_status: "withdrawn" }));
  });
});

test("lone surrogates become well-formed, in keys and in depth, and nothing else changes", () => {
  const value = { "k\ud800": ["x\udfff", { y: 1, z: null, "\u{1F600}": "\u{1F600}" }] };
  expect(wellFormed(value)).toEqual({ "k\ufffd": ["x\ufffd", { y: 1, z: null, "\u{1F600}": "\u{1F600}" }] });
});
