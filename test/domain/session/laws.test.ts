import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Refusal } from "#shared/domain/foundation/refusal.ts";
import { decideBegin } from "#shared/domain/session/decide-begin.ts";
import { decideSave } from "#shared/domain/session/decide-save.ts";
import { decideStart } from "#shared/domain/session/decide-start.ts";
import { decideSubmit } from "#shared/domain/session/decide-submit.ts";
import { decideAccommodate } from "#shared/domain/session/decide-time.ts";
import { dueAt, dueFacts } from "#shared/domain/session/due.ts";
import type { Accommodation } from "#shared/domain/session/facts.ts";
import { fold } from "#shared/domain/session/fold.ts";
import { NOTHING, type Situation } from "#shared/domain/session/state.ts";
import { shift } from "#shared/domain/session/timing.ts";
import { CREATED, logOf, type Story, sessionStory } from "#test/builders/session-story.ts";

const accommodation: fc.Arbitrary<Accommodation> = fc.oneof(
  fc.record({ kind: fc.constant("multiplier" as const), factor: fc.constantFrom("1", "1.25", "1.5", "2.75", "10") }),
  fc.record({ kind: fc.constant("minutes" as const), minutes: fc.constantFrom("0", "0.5", "3", "600") }),
  fc.constant({ kind: "untimed" as const }),
);

const section = fc.constantFrom("first", "second");
const command = fc.oneof(
  fc.constant(() => decideStart),
  section.map((id) => () => (now: Situation) => decideBegin(now, { section: id })),
  section.map((id) => () => (now: Situation) => decideSubmit(now, { section: id })),
  fc.constantFrom("a", "b", "c").map((item) => () => (now: Situation) => {
    const revision = now.state.answers.get(item)?.revision ?? 0;
    return decideSave(now, { item, value: String(revision), revision });
  }),
  accommodation.map(
    (granted) => () => (now: Situation) => decideAccommodate(now, { accommodation: granted, actor: "key_1" }),
  ),
  fc.constant(() => () => NOTHING),
);

/** Commands with the milliseconds between them: mostly minutes, sometimes days. */
const commands = fc.array(
  fc.tuple(
    command,
    fc.oneof({ weight: 9, arbitrary: fc.nat(400_000) }, { weight: 1, arbitrary: fc.nat(2_000_000_000) }),
  ),
  { maxLength: 15 },
);

function live(
  story: Story,
  given: [command: () => (now: Situation) => ReturnType<typeof decideStart>, wait: number][],
) {
  let now = CREATED;
  for (const [made, wait] of given) {
    now = shift(now, wait);
    try {
      story.do(now, made());
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return now;
}

describe("whatever is done to a session, at whatever time", () => {
  test("looking often or looking once at the end makes the same journal", () => {
    fc.assert(
      fc.property(fc.option(accommodation, { nil: undefined }), commands, fc.nat(500_000_000), (first, given, rest) => {
        const [patient, curious] = [1, 2].map(() => sessionStory(first ? { accommodation: first } : {}));
        const now = live(patient!, given);
        live(curious!, given);
        for (let part = 1; part < 20; part++) curious!.at(shift(now, (rest * part) / 20));
        for (const story of [patient!, curious!]) story.at(shift(now, rest));
        expect(curious!.entries).toEqual(patient!.entries);
      }),
    );
  });

  test("its journal folds at every entry, in the order of time, and answers stand inside their section", () => {
    fc.assert(
      fc.property(commands, (given) => {
        const story = sessionStory();
        live(story, [[() => decideStart, 0], ...given]);
        expect(story.entries.map(({ at }) => at)).toEqual(story.entries.map(({ at }) => at).sort());
        expect(fold(story.entries)!.tip.seq).toBe(story.entries.length);
        const open = logOf(story).filter((line) => line.includes("section.opened")).length;
        const closed = logOf(story).filter((line) => line.includes("section.closed")).length;
        expect(open - closed === 0 || open - closed === 1).toBe(true);
      }),
    );
  });

  test("nothing is due before the moment it says somebody has to look, and something is then", () => {
    fc.assert(
      fc.property(commands, (given) => {
        const story = sessionStory();
        const now = live(story, given);
        story.at(now);
        const due = dueAt(story);
        if (due === null || story.state.status === "grading") return;
        const { state, playbook } = story;
        expect(dueFacts({ state, playbook, now: shift(due, -1) })).toEqual([]);
        expect(dueFacts({ state, playbook, now: due })).not.toEqual([]);
      }),
    );
  });
});
