import { beforeEach, describe, expect, test } from "vitest";
import type { Json } from "#shared/domain/foundation/json.ts";
import { JournalConflict } from "#shared/ports/journal-store.ts";
import { authenticateCandidate } from "#shared/use-cases/authenticate-candidate.ts";
import { beginSection } from "#shared/use-cases/begin-section.ts";
import { createApiKey } from "#shared/use-cases/create-api-key.ts";
import { saveAnswer } from "#shared/use-cases/save-answer.ts";
import type { SessionLog } from "#shared/use-cases/session-log.ts";
import { startSession } from "#shared/use-cases/start-session.ts";
import { submitSection } from "#shared/use-cases/submit-section.ts";
import { viewSession } from "#shared/use-cases/view-session.ts";
import { type Desk, desk, invite } from "#test/builders/desk.ts";
import { clockTime } from "#test/builders/session-story.ts";

let at: Desk;
let session: string;
let token: string;
beforeEach(async () => {
  at = await desk();
  const { id, url } = await invite(at);
  session = id;
  token = url.slice(url.indexOf("#") + 1);
  at.at("09:10:00");
  await startSession(at)({ session });
  await beginSection(at)({ session, section: "first" });
});

const save = (value: Json, revision: number, sessions: SessionLog = at.sessions, item = "a") =>
  saveAnswer({ sessions })({ session, item, value, revision });
const kinds = async () => (await at.journal.read(session)).map(({ kind }) => kind);
const callsOf = async (work: () => Promise<unknown>) => {
  const before = { ...at.calls };
  await work();
  return { reads: at.calls.reads - before.reads, appends: at.calls.appends - before.appends };
};

describe("what a command costs", () => {
  test("a save on a warm session is one write and no read, knowing the candidate included", async () => {
    const request = async () => {
      await authenticateCandidate(at)({ token });
      await save("1", 0);
    };
    expect(await callsOf(request)).toEqual({ reads: 0, appends: 1 });
  });

  test("a save on a cold one reads once before", async () => {
    expect(await callsOf(() => save("1", 0, at.newLog()))).toEqual({ reads: 1, appends: 1 });
  });

  test("a save writes neither a head nor an event, and wakes nobody", async () => {
    const [events, woken] = [at.tables.events.size, at.wake.woken.length];
    const head = at.tables.heads.get(session);
    await save("1", 0);
    expect(at.tables.events.size).toBe(events);
    expect(at.wake.woken).toHaveLength(woken);
    expect(at.tables.heads.get(session)).toBe(head);
  });

  test("a view reads what is new and writes nothing", async () => {
    expect(await callsOf(() => viewSession(at)({ session }))).toEqual({ reads: 1, appends: 0 });
  });
});

describe("two processes", () => {
  test("that save at once both keep their answers to different items", async () => {
    const other = at.newLog();
    await save("0", 0, other, "b");
    await Promise.all([save("1", 0), save("2", 1, other, "b")]);
    expect((await viewSession(at)({ session })).current!.answers).toMatchObject({
      a: { value: "1", revision: 1 },
      b: { value: "2", revision: 2 },
    });
  });

  test("that save the same item at once: one is kept, the other is told of it", async () => {
    const outcomes = await Promise.allSettled([save("1", 0), save("2", 0, at.newLog())]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = outcomes.find(({ status }) => status === "rejected") as PromiseRejectedResult;
    expect(refused.reason).toMatchObject({ code: "revision_conflict", data: { answer: { revision: 1 } } });
  });

  test("never refuse by what one of them remembers: they look again first", async () => {
    const other = at.newLog();
    await save("1", 0, other);
    await save("2", 1);
    expect(await save("3", 2, other)).toMatchObject({ revision: 3 });
  });

  test("agree on when a section closed, whoever saw it first", async () => {
    const other = at.newLog();
    await viewSession({ sessions: other })({ session });
    at.at("09:15:01");
    await expect(save("1", 0)).rejects.toMatchObject({ code: "section_closed", data: { kept: true } });
    const view = await viewSession({ sessions: other })({ session });
    expect(view.sections[0]).toMatchObject({ status: "closed", closed: "timeout" });
    expect(await kinds()).toEqual([
      "session.created",
      "session.started",
      "section.opened",
      "section.closed",
      "answer.late",
    ]);
    expect((await at.journal.read(session))[3]!.at).toBe(clockTime("09:15:00"));
  });
});

describe("a store that answers badly", () => {
  test("a write whose answer was lost and that is sent again stands once and is answered", async () => {
    const { append } = at.store.current;
    at.store.current.append = async (stream, commit) => {
      await append(stream, commit);
      await append(stream, commit);
    };
    expect(await save("1", 0)).toMatchObject({ revision: 1 });
    expect((await kinds()).filter((kind) => kind === "answer.saved")).toHaveLength(1);
  });

  test("a write that failed for good leaves nothing behind that isn't true", async () => {
    const working = at.store.current.append;
    at.store.current.append = () => Promise.reject(new Error("no connection"));
    await expect(save("1", 0)).rejects.toThrow("no connection");
    at.store.current.append = working;
    expect(await save("2", 0)).toMatchObject({ revision: 1 });
  });

  test("somebody who always comes first ends in a refusal to try again, not in a loop", async () => {
    at.store.current.append = () => Promise.reject(new JournalConflict("somebody else"));
    await expect(save("1", 0)).rejects.toMatchObject({ code: "busy" });
  });
});

describe("what stands beside the journal", () => {
  test("a change of status writes the head and its event in the same step, and wakes the rest", async () => {
    await submitSection(at)({ session, section: "first" });
    expect(at.tables.heads.get(session)).toMatchObject({ status: "in_progress", due_at: clockTime("09:12:00") });
    const events = await at.outbox.open(session);
    expect(events.map(({ type, sequence }) => [type, sequence])).toEqual([
      ["session.created", 1],
      ["session.started", 2],
      ["section.closed", 4],
    ]);
    expect(at.wake.woken).toEqual([session, session, session]);
  });

  test("the company's own journal is no session", async () => {
    await createApiKey(at)({ label: "ATS", scopes: [], actor: "operator" });
    await expect(at.sessions.read("org")).rejects.toMatchObject({ code: "session_not_found" });
  });

  test("an unknown session is refused", async () => {
    await expect(at.sessions.read("ses_none")).rejects.toMatchObject({ code: "session_not_found" });
  });
});
