import { describe, expect, test } from "vitest";
import { office } from "#test/builders/office.ts";
import { markedPlaybook } from "./support.ts";

const HOUR = 3_600_000;

async function scoredPerson() {
  const company = await office({ playbook: markedPlaybook() });
  const { session } = await company.taken();
  const logged = async () => (await company.person("aud_1")("read-organisation-audit")).body;
  const readings = async () =>
    (await logged()).data
      .filter(({ kind }: { kind: string }) => kind === "session.read")
      .map(({ actor, payload }: { actor: string; payload: object }) => ({ actor, ...payload }));
  return { ...company, session, readings };
}

describe("who opened what of a session", () => {
  test("stands in the organisation's log: person, session and part, the latest first", async () => {
    const { person, session, readings } = await scoredPerson();
    await person("rec_1")("read-result", { session });
    await person("rec_2")("read-answers", { session });
    await person("rec_2")("read-session-report", { session });
    expect(await readings()).toEqual([
      { actor: "rec_2", session, part: "report" },
      { actor: "rec_2", session, part: "answers" },
      { actor: "rec_1", session, part: "result" },
    ]);
  });

  test("is noted once an hour, however often somebody looks", async () => {
    const { person, session, readings, at } = await scoredPerson();
    for (const wait of [0, 1_000, HOUR]) {
      at.clock.advance(wait);
      await person("rec_1")("read-result", { session });
    }
    expect(await readings()).toHaveLength(2);
  });

  test("isn't noted where nothing was shown", async () => {
    const { person, readings } = await scoredPerson();
    expect((await person("rec_1")("read-result", { session: "ses_nowhere" })).status).toBe(404);
    expect(await readings()).toEqual([]);
  });
});

test("the organisation's log is read in pages, the latest first, none twice and none left out", async () => {
  const { person, session, ask, key } = await scoredPerson();
  for (const name of ["a", "b", "c", "d", "e"]) await person(name)("read-result", { session });
  const seen: number[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const query = { limit: "2", ...(cursor && { cursor }) };
    const headers = { authorization: `Bearer ${key}` };
    const { body } = await ask("read-organisation-audit", { query, headers });
    seen.push(...body.data.map(({ seq }: { seq: number }) => seq));
    cursor = body.next_cursor;
  }
  expect(seen.length).toBeGreaterThan(5);
  expect(seen).toEqual(seen.map((_, place) => seen.length - place));
});
