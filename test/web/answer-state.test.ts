import { describe, expect, test } from "vitest";
import * as answers from "#web/candidate/saving/answer-state.ts";

const stored = (value: string, revision: number) => ({ value, revision, saved_at: "2026-05-04T10:00:00.000Z" });
const saved = answers.fromStored(stored("one", 1));

describe("an answer between the keyboard and the server", () => {
  test("what is typed is due until the server has acknowledged it", () => {
    const typed = answers.typed(saved, "two");
    expect(answers.isDue(typed)).toBe(true);
    const acknowledged = answers.acknowledged(answers.sent(typed), stored("two", 2));
    expect(acknowledged).toMatchObject({ value: "two", base: 2, unsent: false, attempts: [] });
    expect(answers.isDue(acknowledged)).toBe(false);
  });

  test("what is typed while a save is under way stays due on the new base", () => {
    const typedOn = answers.typed(answers.sent(answers.typed(saved, "two")), "two and");
    const acknowledged = answers.acknowledged(typedOn, stored("two", 2));
    expect(acknowledged).toMatchObject({ value: "two and", base: 2, unsent: true });
  });

  test("a save whose reply was lost is recognised as one's own", () => {
    const lost = answers.typed(answers.sent(answers.typed(saved, "two")), "two and three");
    const met = answers.meet(lost, stored("two", 2));
    expect(met).toMatchObject({ value: "two and three", base: 2, unsent: true, other: undefined });
  });

  test("somebody else's answer is shown beside what was typed, and nothing is sent until the person chooses", () => {
    const met = answers.meet(answers.typed(saved, "mine"), stored("theirs", 2));
    expect(met).toMatchObject({ value: "mine", other: { value: "theirs" } });
    expect(answers.isDue(met)).toBe(false);
  });

  test("keeping what was typed here sends it on top of the other version", () => {
    const kept = answers.keepMine(answers.meet(answers.typed(saved, "mine"), stored("theirs", 4)));
    expect(kept).toMatchObject({ value: "mine", base: 4, unsent: true, other: undefined });
  });

  test("taking the other version leaves nothing to send", () => {
    const taken = answers.takeOther(answers.meet(answers.typed(saved, "mine"), stored("theirs", 4)));
    expect(taken).toMatchObject({ value: "theirs", base: 4, unsent: false });
  });

  test("the same text typed in two places is no conflict", () => {
    const met = answers.meet(answers.typed(saved, "same"), stored("same", 2));
    expect(met).toMatchObject({ base: 2, unsent: false, other: undefined });
  });

  test("an untouched answer follows what another tab saved", () => {
    expect(answers.meet(saved, stored("theirs", 2))).toMatchObject({ value: "theirs", base: 2 });
  });

  test("an old view of the server changes nothing", () => {
    const newer = answers.fromStored(stored("three", 3));
    expect(answers.meet(newer, stored("one", 1))).toBe(newer);
    const typed = answers.typed(newer, "four");
    expect(answers.meet(typed, stored("three", 3))).toBe(typed);
  });

  test("a value the server refused is sent again only after a change", () => {
    const refused = answers.refused(answers.typed(saved, "?"), "That is no answer.");
    expect(answers.isDue(refused)).toBe(false);
    expect(answers.isDue(answers.typed(refused, "42"))).toBe(true);
  });

  test("an answer that came late is told as late and not sent again", () => {
    const late = answers.cameLate(answers.typed(saved, "late words"));
    expect(late).toMatchObject({ late: true, value: "late words" });
    expect(answers.isDue(late)).toBe(false);
  });
});

describe("a draft found on the device", () => {
  const draft = (value: string, base: number, attempts: string[] = []) => ({ value, base, attempts });

  test("goes on where the server still holds what it grew from", () => {
    const state = answers.fromDraft(draft("longer", 1), stored("long", 1));
    expect(state).toMatchObject({ value: "longer", base: 1, unsent: true, other: undefined });
  });

  test("is done with where the server holds the same", () => {
    expect(answers.fromDraft(draft("same", 1), stored("same", 2))).toMatchObject({ unsent: false, base: 2 });
  });

  test("goes on after a save that left with the page and arrived", () => {
    const state = answers.fromDraft(draft("longer", 1, ["long"]), stored("long", 2));
    expect(state).toMatchObject({ value: "longer", base: 2, unsent: true, other: undefined });
  });

  test("stands beside what another device saved meanwhile", () => {
    expect(answers.fromDraft(draft("mine", 1), stored("theirs", 3))).toMatchObject({ other: { value: "theirs" } });
  });

  test("is sent where the server holds nothing", () => {
    expect(answers.isDue(answers.fromDraft(draft("mine", 0), undefined))).toBe(true);
  });
});
