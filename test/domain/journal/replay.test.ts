import { describe, expect, test } from "vitest";
import { gradeItem } from "#shared/domain/grading/registry.ts";
import { chainAll } from "#shared/domain/journal/entry.ts";
import { replay } from "#shared/domain/journal/replay.ts";
import { decideBegin } from "#shared/domain/session/decide-begin.ts";
import { decideGrades, decideResult } from "#shared/domain/session/decide-grading.ts";
import { decideSave } from "#shared/domain/session/decide-save.ts";
import { decideStart } from "#shared/domain/session/decide-start.ts";
import { decideSubmit } from "#shared/domain/session/decide-submit.ts";
import { decideAccommodate, decideExtend } from "#shared/domain/session/decide-time.ts";
import type { Accommodation, SessionEntry, SessionFact } from "#shared/domain/session/facts.ts";
import { digest } from "#test/builders/scored-journal.ts";
import { type Story, sessionStory } from "#test/builders/session-story.ts";

const means = {
  digest,
  regrade: ({ section, item, answer, evidence }: Parameters<Parameters<typeof replay>[2]["regrade"]>[0]) =>
    gradeItem({ item, section: section.id, answer, observations: evidence }),
};
const verify = ({ entries, playbook }: Story) => replay(entries, playbook, means);

const begin = (section: string) => (now: Parameters<typeof decideBegin>[0]) => decideBegin(now, { section });
const save =
  (item: string, value: string, revision = 0) =>
  (now: Parameters<typeof decideSave>[0]) =>
    decideSave(now, { item, value, revision });
const submit = (section: string) => (now: Parameters<typeof decideSubmit>[0]) => decideSubmit(now, { section });
const grant = (accommodation: Accommodation) => (now: Parameters<typeof decideAccommodate>[0]) =>
  decideAccommodate(now, { accommodation, actor: "key_1" });

/** Grades what can be graded and computes the result, as the workflow does. */
function finished(story: Story, time: string): Story {
  const { playbook, state } = story.at(time) && story;
  const grades = playbook.sections.flatMap((section) =>
    section.items.map((item) =>
      gradeItem({ item, section: section.id, answer: state.answers.get(item.id)?.value ?? null, observations: [] }),
    ),
  );
  return story.do(time, (now) => decideGrades(now, grades)).do(time, decideResult);
}

const taken = (story: Story): Story =>
  story
    .do("09:01:00", decideStart)
    .do("09:02:00", begin("first"))
    .do("09:03:00", save("a", "2"))
    .do("09:03:30", save("a", "3", 1));

describe("whatever the session's own rules let happen verifies", () => {
  test.each<[string, () => Story]>([
    [
      "submitted early",
      () =>
        finished(
          taken(sessionStory())
            .do("09:04:00", submit("first"))
            .do("09:04:10", begin("second"))
            .do("09:04:20", submit("second")),
          "09:05:00",
        ),
    ],
    ["ended by its clock alone", () => finished(taken(sessionStory()), "10:00:00")],
    [
      "given more time while it ran",
      () =>
        finished(
          taken(sessionStory())
            .do("09:04:00", grant({ kind: "minutes", minutes: "10" }))
            .do("09:16:00", save("b", "2")),
          "11:00:00",
        ),
    ],
    [
      "taken with a multiplier",
      () => finished(taken(sessionStory({ accommodation: { kind: "multiplier", factor: "1.5" } })), "11:00:00"),
    ],
    [
      "untimed, and never finished before it expired",
      () => finished(taken(sessionStory({ accommodation: { kind: "untimed" } })), "2026-03-16T09:00:00.000Z"),
    ],
    [
      "started after it was extended",
      () =>
        finished(
          taken(
            sessionStory().do("09:00:30", (now) =>
              decideExtend(now, { expires_at: "2026-03-20T09:00:00.000Z", actor: "key_1" }),
            ),
          ),
          "11:00:00",
        ),
    ],
  ])("%s", async (_, tell) => {
    const { fault, replayed } = await verify(tell());
    expect(fault).toBeUndefined();
    expect(replayed).toMatchObject({ grades: 3, results: 1 });
  });

  test("an answer that came too late", async () => {
    const story = taken(sessionStory());
    expect(() => story.do("09:08:00", save("b", "2"))).toThrow();
    expect(story.entries.at(-1)?.kind).toBe("answer.late");
    expect((await verify(story)).fault).toBeUndefined();
  });

  test("a session that nobody started", async () => {
    const story = sessionStory();
    story.at("2026-03-16T09:00:00.000Z");
    expect((await verify(story)).fault).toBeUndefined();
  });
});

describe("what the rules forbid is named at its entry", () => {
  const story = taken(sessionStory());
  const after = (fact: SessionFact) => {
    const added = chainAll(story.entries.at(-1)!, [fact], { salt: () => "00", digest }) as SessionEntry[];
    return replay([...story.entries, ...added], story.playbook, means);
  };
  const at = "2026-03-01T09:04:00.000Z";

  test.each<[string, SessionFact]>([
    ["a second session in one journal", { ...story.entries[0]!, at } as SessionFact],
    [
      "a time-out before the deadline",
      { kind: "section.closed", at, actor: "system", payload: { section: "first", reason: "timeout" } },
    ],
    [
      "the end of a section that isn't open",
      { kind: "section.closed", at, actor: "system", payload: { section: "second", reason: "submitted" } },
    ],
    [
      "a grade of an open section",
      {
        kind: "grade.recorded",
        at,
        actor: "system",
        payload: gradeItem({
          item: story.playbook.sections[0]!.items[0]!,
          section: "first",
          answer: "2",
          observations: [],
        }),
      },
    ],
    [
      "time taken away",
      { kind: "accommodation.granted", at, actor: "key_1", payload: { accommodation: null, deadline: at } },
    ],
    [
      "the end of all while a section is open",
      { kind: "session.submitted", at, actor: "system", payload: { sections: [] } },
    ],
    [
      "an answer to an item of another section",
      { kind: "answer.saved", at, actor: "candidate", payload: { item: "c", value: "2", revision: 1 } },
    ],
    [
      "a late answer to an open section",
      { kind: "answer.late", at, actor: "candidate", payload: { item: "a", value: "2", revision: 3 } },
    ],
    ["a kind that this engine doesn't know", { kind: "session.blessed", at, actor: "system", payload: {} } as never],
  ])("%s", async (_, fact) => {
    expect((await after(fact)).fault).toMatchObject({ seq: story.entries.length + 1 });
  });
});
