import { describe, expect, test } from "vitest";
import { eventsOf, sessionEvent } from "#shared/domain/events/build.ts";
import { EVENT_TYPES } from "#shared/domain/events/event.ts";
import type { Result } from "#shared/domain/scoring/result.ts";
import { score } from "#shared/domain/scoring/score.ts";
import type { SessionEntry } from "#shared/domain/session/facts.ts";
import type { SessionHead } from "#shared/domain/session/head.ts";
import { provisionalInputs } from "#test/builders/score-inputs.ts";

const AT = "2026-03-01T10:00:00.000Z";
const head: SessionHead = {
  id: "ses_1",
  status: "in_progress",
  playbook: "back-end-developer@1",
  candidate: { name: "Ada Example", email: "ada@example.com", external_id: "app-7" },
  job: "backend-42",
  metadata: { team: "payments" },
  created_at: AT,
  updated_at: AT,
  expires_at: AT,
  started_at: AT,
  submitted_at: null,
  scored_at: null,
  score: null,
  recommendation: null,
  graded_by: "back-end-developer@1",
  finalized_at: null,
  outcome: null,
  decided_at: null,
  open_reviews: 0,
  held: false,
  erase_at: null,
  erased_at: null,
  asks_for_time: false,
  due_at: null,
};

const entry = <K extends SessionEntry["kind"]>(seq: number, kind: K, payload: unknown) =>
  ({
    seq,
    at: AT,
    actor: "candidate",
    kind,
    payload,
    salt: "",
    payload_hash: "",
    prev_hash: "",
    hash: "",
  }) as SessionEntry;

let count = 0;
const newId = () => `evt_${++count}`;

describe("events of a session", () => {
  test("a body is thin: ids, status and links, no name, no e-mail, no metadata", () => {
    const event = sessionEvent({ id: "evt_1", type: "session.started", head, sequence: 2, at: AT });
    expect(JSON.parse(event.body)).toEqual({
      type: "session.started",
      timestamp: AT,
      data: {
        session: "ses_1",
        external_id: "app-7",
        playbook: "back-end-developer@1",
        status: "in_progress",
        links: { session: "/v1/sessions/ses_1", result: "/v1/sessions/ses_1/result" },
        sequence: 2,
      },
    });
    expect(event).toMatchObject({ stream: "ses_1", sequence: 2, created_at: AT });
    expect(event.body).not.toMatch(/Ada|ada@|payments/);
  });

  test("one commit's entries give events in their order, and answers and grades give none", () => {
    const entries = [
      entry(7, "answer.saved", { item: "servers", value: "2", revision: 1 }),
      entry(8, "section.closed", { section: "cognitive", reason: "timeout" }),
      entry(9, "session.submitted", { sections: ["cognitive"] }),
    ];
    const events = eventsOf(entries, head, { newId });
    expect(events.map(({ type, sequence }) => [type, sequence])).toEqual([
      ["section.closed", 8],
      ["session.submitted", 9],
    ]);
    expect(JSON.parse(events[0]!.body).data).toMatchObject({ section: "cognitive", reason: "timeout" });
  });

  test("the first result is session.scored with its figures, a later one result.updated, and neither tells an answer", () => {
    const result = (version: number): Result =>
      score(provisionalInputs({ session: "ses_1", version, computed_at: AT }));
    const [first, second] = eventsOf(
      [entry(20, "result.computed", result(1)), entry(21, "result.computed", result(2))],
      head,
      { newId },
    );
    expect([first!.type, second!.type]).toEqual(["session.scored", "result.updated"]);
    expect(JSON.parse(first!.body).data).toMatchObject({
      score: "90.00",
      coverage: "64.00",
      bounds: { low: "58.00", high: "94.00" },
      recommendation: "advance",
      stage: "provisional",
      version: 1,
    });
    expect(JSON.parse(first!.body).data).not.toHaveProperty("items");
  });

  test("a flag that a rule raises is told of once, and again when the rule raises it no more", () => {
    const result = (version: number, flags: Result["flags"]): Result => ({
      ...score(provisionalInputs({ session: "ses_1", version, computed_at: AT })),
      flags,
    });
    const raised = { id: null, flag: "no_sql", severity: "major", state: "raised", raised_by: "gate" } as const;
    const answered = { ...raised, id: "flg_1", state: "confirmed" } as const;
    const told = (before: Result["flags"] | undefined, after: Result["flags"]) =>
      eventsOf([entry(20, "result.computed", result(2, after))], head, {
        newId,
        latest: before && result(1, before),
      }).map(({ type, body }) => [type, JSON.parse(body).data.state ?? null]);
    const updated = ["result.updated", null];
    expect(told(undefined, [raised])).toEqual([updated, ["flag.raised", "raised"]]);
    expect(told([raised], [raised])).toEqual([updated]);
    expect(told([raised], [answered])).toEqual([updated]);
    expect(told([answered], [answered])).toEqual([updated]);
    expect(told([raised], [])).toEqual([updated, ["flag.resolved", "lapsed"]]);
    expect(told([{ ...raised, raised_by: "person" }], [])).toEqual([updated]);
  });

  test("whoever calls a session off, the outside is told that it is canceled", () => {
    expect(eventsOf([entry(3, "session.withdrawn", {})], { ...head, status: "withdrawn" }, { newId })[0]).toMatchObject(
      {
        type: "session.canceled",
      },
    );
  });

  test("every event that is built has a type of the contract", () => {
    const kinds = [
      "session.created",
      "session.started",
      "session.expired",
      "session.canceled",
      "session.voided",
    ] as const;
    const types = eventsOf(
      kinds.map((kind, index) => entry(index + 1, kind, {})),
      head,
      { newId },
    ).map(({ type }) => type);
    expect(types).toHaveLength(kinds.length);
    for (const type of types) expect(EVENT_TYPES).toContain(type);
  });

  test("with the largest ids that a caller can give, every body stays below 4 KiB", () => {
    const largest = "\u0001".repeat(200);
    const candidate = { name: "Ada", email: "ada@example.com", external_id: largest };
    const wide = { ...head, candidate, playbook: `${"p".repeat(64)}@999999999` };
    const closed = entry(5, "section.closed", { section: "s".repeat(64), reason: "submitted" });
    const result = score(provisionalInputs({ session: "ses_1", version: 1, computed_at: AT }));
    for (const { body } of eventsOf([closed, entry(6, "result.computed", result)], wide, { newId })) {
      expect(Buffer.byteLength(body)).toBeLessThan(4_096);
    }
  });

  test("a body above 4 KiB is a fault", () => {
    const data = { note: "é".repeat(2048) };
    expect(() => sessionEvent({ id: "evt_1", type: "ping", head, sequence: 1, at: AT, data })).toThrow(RangeError);
  });
});
