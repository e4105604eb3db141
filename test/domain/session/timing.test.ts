import { describe, expect, test } from "vitest";
import { decideBegin } from "#shared/domain/session/decide-begin.ts";
import { decideSave } from "#shared/domain/session/decide-save.ts";
import { decideStart } from "#shared/domain/session/decide-start.ts";
import { decideSubmit } from "#shared/domain/session/decide-submit.ts";
import { decideAccommodate, decideExtend } from "#shared/domain/session/decide-time.ts";
import { dueAt } from "#shared/domain/session/due.ts";
import { allowedMinutes, sectionTime } from "#shared/domain/session/timing.ts";
import { sectionWaits } from "#shared/domain/session/workflow-times.ts";
import { sessionPlaybook } from "#test/builders/session-playbook.ts";
import { CREATED, clockTime, EXPIRES, logOf, sessionStory } from "#test/builders/session-story.ts";

const begin = (section: string) => (situation: Parameters<typeof decideBegin>[0]) =>
  decideBegin(situation, { section });
const submit = (section: string) => (situation: Parameters<typeof decideSubmit>[0]) =>
  decideSubmit(situation, { section });
const deadlineOf = (story: ReturnType<typeof sessionStory>, section: string) =>
  story.state.sections.get(section)!.deadline?.slice(11);

describe("the clock of a session", () => {
  test("a section begun ahead of the pause's end runs its minutes from there", () => {
    const story = sessionStory().do("09:10:00", decideStart).do("09:10:30", begin("first"));
    expect(deadlineOf(story, "first")).toBe("09:15:30.000Z");
  });

  test("left alone, everything opens and closes by itself at the times it came true", () => {
    const story = sessionStory().do("09:10:00", decideStart);
    story.at("23:00:00");
    expect(logOf(story)).toEqual([
      "09:00:00 session.created",
      "09:10:00 session.started",
      "09:12:00 section.opened first",
      "09:17:00 section.closed first",
      "09:19:00 section.opened second",
      "09:19:30 section.closed second",
      "09:19:30 session.submitted",
    ]);
  });

  test("a section closes at its deadline, not a millisecond earlier", () => {
    const story = sessionStory().do("09:10:00", decideStart).do("09:10:00", begin("first"));
    expect(story.at("2026-03-01T09:14:59.999Z").state.sections.get("first")!.closed).toBeNull();
    expect(story.at("2026-03-01T09:15:00.000Z").state.sections.get("first")!.closed).toEqual({
      at: "2026-03-01T09:15:00.000Z",
      reason: "timeout",
    });
  });

  test("an invitation that isn't used in time expires", () => {
    const story = sessionStory();
    expect(story.at(EXPIRES).state.status).toBe("expired");
    expect(() => story.do(EXPIRES, decideStart)).toThrow(expect.objectContaining({ code: "session_expired" }));
  });
});

describe("extra time", () => {
  test.each([
    [{ kind: "multiplier", factor: "1.25" }, "0.1", 7_500],
    [{ kind: "multiplier", factor: "1.333333" }, "5", 400_000],
    [{ kind: "minutes", minutes: "2.5" }, "5", 450_000],
    [{ kind: "untimed" }, "5", null],
    [null, "0.1", 6_000],
  ] as const)("%j gives a section of %s minutes %s milliseconds", (accommodation, minutes, milliseconds) => {
    expect(sectionTime(minutes, accommodation)).toBe(milliseconds);
  });

  test("is told as the minutes the candidate gets", () => {
    expect(allowedMinutes("12", { kind: "multiplier", factor: "1.25" })).toBe("15");
    expect(allowedMinutes("0.5", { kind: "minutes", minutes: "10" })).toBe("10.5");
  });

  test("a multiplier also scales the pause, extra minutes don't", () => {
    const doubled = sessionStory({ accommodation: { kind: "multiplier", factor: "2" } }).do("09:10:00", decideStart);
    expect(dueAt(doubled)).toBe(clockTime("09:14:00"));
    const longer = sessionStory({ accommodation: { kind: "minutes", minutes: "10" } }).do("09:10:00", decideStart);
    expect(dueAt(longer)).toBe(clockTime("09:12:00"));
  });

  test("granted while a section runs, it moves the running deadline as if it had been there from the opening", () => {
    const story = sessionStory().do("09:10:00", decideStart).do("09:10:00", begin("first"));
    const grant = { accommodation: { kind: "multiplier", factor: "1.5" }, actor: "key_1" } as const;
    story.do("09:14:00", (situation) => decideAccommodate(situation, grant));
    expect(deadlineOf(story, "first")).toBe("09:17:30.000Z");
    expect(story.at("09:16:00").state.sections.get("first")!.closed).toBeNull();
    expect(story.at("09:17:30").state.sections.get("first")!.closed?.at).toBe(clockTime("09:17:30"));
  });

  test("taken back, it never shortens a section that runs", () => {
    const story = sessionStory({ accommodation: { kind: "multiplier", factor: "2" } })
      .do("09:10:00", decideStart)
      .do("09:10:00", begin("first"))
      .do("09:11:00", (situation) => decideAccommodate(situation, { accommodation: null, actor: "key_1" }));
    expect(deadlineOf(story, "first")).toBe("09:20:00.000Z");
    story.do("09:12:00", submit("first")).do("09:12:00", begin("second"));
    expect(deadlineOf(story, "second")).toBe("09:12:30.000Z");
  });

  test("an untimed session waits for its candidate and closes with its expiry", () => {
    const story = sessionStory({ accommodation: { kind: "untimed" } }).do("09:10:00", decideStart);
    expect(story.at("23:00:00").state.sections.size).toBe(0);
    story.do("23:10:00", begin("first"));
    expect(deadlineOf(story, "first")).toBeUndefined();
    const { state } = story.at("2026-03-20T00:00:00.000Z");
    expect(state.sections.get("first")!.closed).toEqual({ at: EXPIRES, reason: "timeout" });
    expect(state).toMatchObject({ status: "grading", submitted_at: EXPIRES });
  });

  test("an untimed session can be given more days while it runs", () => {
    const expires_at = "2026-03-20T09:00:00.000Z";
    const story = sessionStory({ accommodation: { kind: "untimed" } })
      .do("09:10:00", decideStart)
      .do("09:10:00", begin("first"))
      .do("09:20:00", (situation) => decideExtend(situation, { expires_at, actor: "key_1" }));
    expect(story.at("2026-03-16T00:00:00.000Z").state.status).toBe("in_progress");
    expect(dueAt(story)).toBe(expires_at);
  });

  test.each([
    { kind: "multiplier", factor: "0.5" },
    { kind: "multiplier", factor: "11" },
    { kind: "minutes", minutes: "-1" },
    { kind: "minutes", minutes: "many" },
  ] as const)("%j is refused", (accommodation) => {
    const story = sessionStory();
    const grant = () => decideAccommodate(story.at("09:05:00"), { accommodation, actor: "key_1" });
    expect(grant).toThrow(expect.objectContaining({ code: "invalid_accommodation" }));
  });
});

describe("the next moment somebody has to look", () => {
  test("is the expiry, the pause's end, the deadline, a minute after submission, and never again", () => {
    const story = sessionStory();
    expect(dueAt(story)).toBe(EXPIRES);
    story.do("09:10:00", decideStart);
    expect(dueAt(story)).toBe(clockTime("09:12:00"));
    story.do("09:11:00", begin("first"));
    expect(dueAt(story)).toBe(clockTime("09:16:00"));
    story.do("09:11:30", submit("first")).do("09:12:00", begin("second")).do("09:12:10", submit("second"));
    expect(dueAt(story)).toBe(clockTime("09:13:10"));
  });

  test("the workflow waits for a section's pause, its scaled time and a little grace", () => {
    const story = sessionStory({ accommodation: { kind: "multiplier", factor: "2" } }).do("09:10:00", decideStart);
    expect(sectionWaits(story.at("09:10:00"))).toEqual([
      { id: "first", seconds: 4 * 60 + 10 * 60 + 5 },
      { id: "second", seconds: 4 * 60 + 60 + 5 },
    ]);
  });
});

test("time never runs backwards in a journal, however the clocks stand", () => {
  const story = sessionStory({ playbook: sessionPlaybook() })
    .do("09:10:00", decideStart)
    .do("09:10:05", begin("first"));
  story.do("09:09:00", (situation) => decideSave(situation, { item: "a", value: "2", revision: 0 }));
  expect(story.entries.map(({ at }) => at)).toEqual(story.entries.map(({ at }) => at).sort());
  expect(CREATED < story.state.answers.get("a")!.saved_at).toBe(true);
});
