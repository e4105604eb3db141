import { describe, expect, test } from "vitest";
import { reportFrame } from "#test/builders/report-frame.ts";
import { actorWords, entryWords } from "#web/console/words/entry-words.ts";
import { namesOf } from "#web/console/words/names.ts";
import { timeline } from "#web/console/words/timeline.ts";

const staffName = (id: string) => ({ usr_lin: "Lin Example" })[id];
const names = namesOf(reportFrame(), { id: "usr_me", staffName });
const entry = (kind: string, payload: unknown, actor = "usr_kim") => ({
  seq: 1,
  at: "2026-03-01T09:00:00.000Z",
  actor,
  kind,
  payload,
});

describe("an entry of the log in words", () => {
  test("names titles, and reasons as they were given", () => {
    const lifted = { id: "flg_1", flag: "dishonesty", raised_by: "person", reason: "She did say so." };
    expect(entryWords(entry("flag.lifted", lifted), names)).toBe(
      "lifted the red flag “Dishonesty”. Reason: “She did say so.”",
    );
  });

  test("says so where it was erased", () => {
    const { payload: _, ...erased } = entry("answer.saved", null);
    expect(entryWords(erased, names)).toBe("answer saved: what it said was erased");
  });

  test("names itself where its kind isn't known", () => {
    expect(entryWords(entry("link.issued_anew", {}), names)).toBe("link issued anew");
  });

  test("says who: oneself, the candidate, the service, a key, or somebody by name or id", () => {
    expect(
      ["usr_me", "candidate", "system", "key_f1a309966e", "usr_lin", "usr_kim"].map((id) => actorWords(id, names)),
    ).toEqual(["You", "The candidate", "Assay", "The API key key_f1a309…", "Lin Example", "usr_kim"]);
  });
});

describe("the timeline", () => {
  const at = (minute: number) => `2026-03-01T09:${String(minute).padStart(2, "0")}:00.000Z`;
  const log = (...lines: [minute: number, actor: string, kind: string, payload: object][]) =>
    lines.map(([minute, actor, kind, payload], place) => ({ seq: place + 1, at: at(minute), actor, kind, payload }));
  const save = (minute: number, item: string): [number, string, string, object] => [
    minute,
    "candidate",
    "answer.saved",
    { item, value: "1", revision: 1 },
  ];
  const told = (entries: ReturnType<typeof log>, tellsTime = true) =>
    timeline(entries, { names, tellsTime }).map(({ who, what }) => `${who} ${what}`.trim());

  test("tells saves in a row as one, with the time they took", () => {
    const [only, ...rest] = timeline(log(save(1, "orders"), save(2, "orders"), save(4, "other")), {
      names,
      tellsTime: true,
    });
    expect(rest).toEqual([]);
    expect(only).toMatchObject({ what: "saved answers 3 times, to 2 questions", at: at(1), until: at(4) });
  });

  test("names one question that was answered again and again", () => {
    expect(told(log(save(1, "orders"), save(2, "orders")))).toEqual([
      "The candidate saved answers 2 times, to “Totals of paid orders”",
    ]);
  });

  test("names the pause between two sections", () => {
    const section = { section: "hard" };
    const entries = log(
      [1, "candidate", "section.closed", { ...section, reason: "submitted" }],
      [3, "candidate", "section.opened", { ...section, deadline: at(9) }],
    );
    expect(told(entries)).toEqual([
      "The candidate handed in Hard Skills",
      "Pause of 2 minutes",
      "The candidate opened Hard Skills",
    ]);
  });

  test("tells of extra time only who may know of it", () => {
    const entries = log([
      1,
      "usr_kim",
      "accommodation.granted",
      { accommodation: { kind: "untimed" }, deadline: null },
    ]);
    expect(told(entries)).toEqual(["usr_kim took the time limits away"]);
    expect(told(entries, false)).toEqual([]);
  });
});
