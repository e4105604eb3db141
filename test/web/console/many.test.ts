import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Call } from "#web/console/api/client.ts";
import { templateRows } from "#web/console/screens/new-session/many/columns.ts";
import { inviteAll, type Outcome } from "#web/console/screens/new-session/many/invite-all.ts";
import { readSheet } from "#web/console/screens/new-session/many/sheet.ts";
import { ApiProblem, Unreachable } from "#web/shared/api-problem.ts";

const NOW = Date.parse("2026-06-01T12:00:00Z");
const PLAYBOOK = "back-end-developer@1";

function linesOf(...rows: string[][]) {
  const sheet = readSheet(rows, { playbook: PLAYBOOK, now: NOW });
  if ("trouble" in sheet) throw new Error(sheet.trouble);
  return sheet.lines;
}
const troubleOf = (...rows: string[][]) => readSheet(rows, { playbook: PLAYBOOK, now: NOW });

describe("a file of candidates", () => {
  test("is read by its headings, whatever their order and case; what is empty is left out", () => {
    const [line] = linesOf(
      ["E-Mail".replace("-", ""), " NAME ", "External ID", "metadata.source"],
      ["a@b.de", "Ada", "", "fair"],
    );
    expect(line).toEqual({
      number: 2,
      name: "Ada",
      email: "a@b.de",
      body: { playbook: PLAYBOOK, candidate: { name: "Ada", email: "a@b.de" }, metadata: { source: "fair" } },
    });
  });

  test("tells of every mistake in a line, and keeps the lines' numbers over blank ones", () => {
    const [line] = linesOf(
      ["name", "email", "expires_at", "extra_time"],
      ["", "", "", ""],
      ["", "nobody", "soon", "much"],
    );
    expect(line).toMatchObject({
      number: 3,
      problems: [/name is missing/, /no e-mail/, /expires_at/, /extra_time/].map((words) =>
        expect.stringMatching(words),
      ),
    });
  });

  test("understands extra time as a multiple, as minutes and without a limit", () => {
    const times = ["1.5x", "1,25 ×", "10 min", "+5 minutes", "Untimed"].map((text, place) => [
      "Ada",
      `a${place}@b.de`,
      text,
    ]);
    const bodies = linesOf(["name", "email", "extra_time"], ...times).map(
      (line) => "body" in line && line.body.accommodation,
    );
    expect(bodies).toEqual([
      { kind: "multiplier", factor: "1.5" },
      { kind: "multiplier", factor: "1.25" },
      { kind: "minutes", minutes: "10" },
      { kind: "minutes", minutes: "5" },
      { kind: "untimed" },
    ]);
  });

  test("takes a day to its end, and refuses one that is past or none at all", () => {
    const days = ["2026-06-30", "2026-06-30 18:00", "2026-05-01", "2026-13-01"].map((day, place) => [
      "Ada",
      `a${place}@b.de`,
      day,
    ]);
    const [end, evening, past, none] = linesOf(["name", "email", "expires_at"], ...days);
    expect(end).toMatchObject({ body: { expires_at: new Date("2026-06-30T23:59").toISOString() } });
    expect(evening).toMatchObject({ body: { expires_at: new Date("2026-06-30T18:00").toISOString() } });
    expect(past).toMatchObject({ problems: ["“expires_at” is past already."] });
    expect(none).toHaveProperty("problems");
  });

  test("invites nobody twice", () => {
    const lines = linesOf(["name", "email"], ["Ada", "ada@b.de"], ["Ada", "ADA@b.de"]);
    expect(lines[1]).toMatchObject({ problems: ["This e-mail address stands on line 2 already."] });
  });

  test("says what is wrong with it as a whole", () => {
    expect(troubleOf(["name"])).toMatchObject({ trouble: expect.stringContaining("“email” is missing") });
    expect(troubleOf(["name", "email", "phone"])).toMatchObject({ trouble: expect.stringContaining("metadata.phone") });
    expect(troubleOf(["name", "email", "name"])).toMatchObject({ trouble: expect.stringContaining("twice") });
    expect(troubleOf(["name", "email"])).toMatchObject({ trouble: expect.stringContaining("no lines") });
    expect(troubleOf(["name", "email"], ...Array(2_001).fill([]))).toMatchObject({
      trouble: expect.stringContaining("2001"),
    });
  });

  test("that was the template is one that can be invited by", () => {
    expect(linesOf(...templateRows(NOW))).toMatchObject([
      { body: { candidate: { external_id: "A-1001" }, job: "REQ-204" } },
    ]);
  });

  test("whatever stands in it, each line is either ready or tells what to mend", () => {
    const rows = fc.array(fc.array(fc.string(), { maxLength: 7 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(rows, (body) => {
        const sheet = readSheet([["name", "email", "job", "expires_at", "extra_time"], ...body], {
          playbook: PLAYBOOK,
          now: NOW,
        });
        for (const line of "lines" in sheet ? sheet.lines : []) {
          expect("body" in line || line.problems.length > 0).toBe(true);
        }
      }),
    );
  });
});

const ready = (...numbers: number[]) =>
  numbers.map((number) => ({
    number,
    body: { playbook: PLAYBOOK, candidate: { name: "Ada", email: `a${number}@b.de` } },
  }));

/** Answers a line by its e-mail address; keeps the keys. */
function world(answer: (email: string) => unknown) {
  const outcomes = new Map<number, Outcome>();
  const keys: string[] = [];
  const slept: number[] = [];
  const call = (async (
    _operation: string,
    _parameters: object,
    { body, key }: { body: { candidate: { email: string } }; key: string },
  ) => {
    keys.push(key);
    return answer(body.candidate.email);
  }) as unknown as Call;
  const means = {
    call,
    done: (number: number, outcome: Outcome) => void outcomes.set(number, outcome),
    signal: new AbortController().signal,
    sleep: async (milliseconds: number) => void slept.push(milliseconds),
  };
  return { means, outcomes, keys, slept };
}

describe("inviting many", () => {
  test("goes on after a line that is refused, and says why", async () => {
    const { means, outcomes } = world((email) => {
      if (email === "a2@b.de") throw new ApiProblem(422, { code: "invalid_expiry", detail: "Too late." });
      return { id: email };
    });
    await inviteAll(ready(2, 3), means);
    expect(outcomes.get(2)).toEqual({ problem: "Too late." });
    expect(outcomes.get(3)).toEqual({ session: { id: "a3@b.de" } });
  });

  test("waits where the service asks it to", async () => {
    let times = 0;
    const { means, outcomes, slept } = world(() => {
      times += 1;
      if (times === 1) throw new ApiProblem(429, { code: "rate_limited" }, 3);
      return { id: "ses_1" };
    });
    await inviteAll(ready(2), means);
    expect(slept).toEqual([3_000]);
    expect(outcomes.size).toBe(1);
  });

  test("stops where the network is away; the same lines have the same keys when it goes on", async () => {
    const away = world(() => {
      throw new Unreachable("no");
    });
    await expect(inviteAll(ready(2), away.means)).rejects.toThrow(Unreachable);
    const back = world(() => ({ id: "ses_1" }));
    await inviteAll(ready(2, 3), back.means);
    expect(back.keys).toContain(away.keys[0]);
    expect(new Set(back.keys).size).toBe(2);
  });
});
