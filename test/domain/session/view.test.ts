import { describe, expect, test } from "vitest";
import { takeView } from "#shared/contracts/shapes/take.ts";
import { decideBegin } from "#shared/domain/session/decide-begin.ts";
import { decideSave } from "#shared/domain/session/decide-save.ts";
import { decideStart } from "#shared/domain/session/decide-start.ts";
import { decideSubmit } from "#shared/domain/session/decide-submit.ts";
import { candidateView, type ItemView } from "#shared/domain/session/view.ts";
import { clockTime, type Story, sessionStory } from "#test/builders/session-story.ts";

const itemView: ItemView = ({ id, type, title, points, prompt }) => ({ id, type, title, points, prompt });
const view = (story: Story, time: string) => candidateView(story.at(time), itemView);

const started = () => sessionStory().do("09:10:00", decideStart);
const inFirst = () => started().do("09:10:00", (situation) => decideBegin(situation, { section: "first" }));

describe("the candidate's view", () => {
  test("before the start shows what is coming and a practice, and no item that counts", () => {
    const shown = view(sessionStory({ accommodation: { kind: "multiplier", factor: "1.5" } }), "09:05:00");
    expect(shown).toMatchObject({
      status: "invited",
      next: "start",
      accommodation: { kind: "multiplier", factor: "1.5" },
      playbook: { title: "Small", minutes: "8.25", pause_minutes: "2" },
      sections: [
        { id: "first", minutes: "7.5", items: 2, status: "waiting" },
        { id: "second", minutes: "0.75", items: 1, status: "waiting" },
      ],
      practice: [{ id: "warm-up" }],
      server_time: clockTime("09:05:00"),
    });
    expect(shown).not.toHaveProperty("current");
  });

  test("in a pause names the section to begin and when it opens by itself", () => {
    expect(view(started(), "09:11:00")).toMatchObject({
      next: "begin",
      upcoming: { section: "first", opens_at: clockTime("09:12:00") },
    });
  });

  test("in a section holds its items and what was answered so far, and of no other section", () => {
    const story = inFirst().do("09:11:00", (situation) =>
      decideSave(situation, { item: "a", value: "2", revision: 0 }),
    );
    const shown = view(story, "09:11:30");
    expect(shown.next).toBe("answer");
    expect(shown.current).toMatchObject({
      section: "first",
      opened_at: clockTime("09:10:00"),
      deadline: clockTime("09:15:00"),
      answers: { a: { value: "2", revision: 1, saved_at: clockTime("09:11:00") } },
    });
    expect(shown.current!.items.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(shown).not.toHaveProperty("practice");
  });

  test("after a section says how it ended", () => {
    const story = inFirst().do("09:11:00", (situation) => decideSubmit(situation, { section: "first" }));
    expect(view(story, "09:11:00").sections[0]).toMatchObject({ status: "closed", closed: "submitted" });
    expect(view(inFirst(), "09:16:00").sections[0]).toMatchObject({ status: "closed", closed: "timeout" });
  });

  test("at the end is done", () => {
    expect(view(started(), "23:00:00")).toMatchObject({ status: "grading", next: "done" });
  });

  test("has the shape that the API promises, in every state", () => {
    for (const [story, time] of [
      [sessionStory(), "09:01:00"],
      [started(), "09:11:00"],
      [inFirst(), "09:11:00"],
    ] as const) {
      const shown = view(story, time);
      expect(takeView.parse(shown)).toEqual(shown);
    }
  });
});
