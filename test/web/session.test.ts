import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { TakeView } from "#shared/contracts/shapes/take.ts";
import type { TakeClient } from "#web/candidate/client.ts";
import { CandidateSession } from "#web/candidate/session.ts";
import { ApiProblem, Unreachable } from "#web/shared/api-problem.ts";

const START = Date.parse("2026-05-04T10:00:00.000Z");
const at = (milliseconds: number) => new Date(START + milliseconds).toISOString();

function openView(deadline: number | null): TakeView {
  const current = {
    section: "s",
    opened_at: at(0),
    deadline: deadline === null ? null : at(deadline),
    items: [],
    answers: {},
  };
  return { ...({} as TakeView), status: "in_progress", next: "answer", sections: [], current };
}
const pauseView = (): TakeView => ({
  ...({} as TakeView),
  status: "in_progress",
  next: "begin",
  sections: [],
  upcoming: { section: "t", opens_at: null },
});

/** A session over a server that answers with `view.now`, its clock being the test's. */
function open(first: TakeView) {
  const server = { now: first, fault: undefined as Error | undefined, looks: 0 };
  const answer = async () => {
    server.looks += 1;
    if (server.fault) throw server.fault;
    return server.now;
  };
  const client = {
    view: answer,
    start: answer,
    begin: answer,
    submit: answer,
    withdraw: answer,
  } as unknown as TakeClient;
  const clock = { now: () => Date.now(), learn: () => undefined };
  const session = new CandidateSession({ client, clock, changed: () => undefined });
  const run = async (milliseconds: number, seen = true) => {
    for (let passed = 0; passed < milliseconds; passed += 250) {
      await vi.advanceTimersByTimeAsync(250);
      session.tick(seen);
    }
    await vi.advanceTimersByTimeAsync(0);
  };
  return { server, session, run };
}

beforeEach(() => void vi.useFakeTimers({ now: START }));
afterEach(() => void vi.useRealTimers());

describe("the page beside the server", () => {
  test("looks again every half minute while it is seen, so that extra time shows", async () => {
    const { server, session, run } = open(openView(600_000));
    await session.look();
    server.now = openView(900_000);
    await run(31_000);
    expect(session.state.view?.current?.deadline).toBe(at(900_000));
    expect(server.looks).toBe(2);
  });

  test("doesn't look while nobody sees it and nothing is due", async () => {
    const { server, session, run } = open(openView(600_000));
    await session.look();
    await run(120_000, false);
    expect(server.looks).toBe(1);
  });

  test("shuts the fields at the deadline and asks until the server says what is next", async () => {
    const { server, session, run } = open(openView(5_000));
    await session.look();
    await run(5_250);
    expect(session.state.timeUp).toBe(true);
    server.now = pauseView();
    await run(2_000);
    expect(session.state).toMatchObject({ timeUp: false, view: { next: "begin" } });
  });

  test("opens the fields again where time was added at the last moment", async () => {
    const { server, session, run } = open(openView(5_000));
    await session.look();
    await run(5_250);
    server.now = openView(65_000);
    await run(2_000);
    expect(session.state.timeUp).toBe(false);
  });

  test("keeps showing what it has while the network is away", async () => {
    const { server, session, run } = open(openView(600_000));
    await session.look();
    server.fault = new Unreachable("away");
    await run(25_000);
    expect(session.state).toMatchObject({ trouble: undefined, view: { next: "answer" } });
  });

  test("with nothing to show yet it says why and tries again by itself", async () => {
    const { server, session, run } = open(openView(600_000));
    server.fault = new Unreachable("away");
    await session.look();
    expect(session.state.trouble).toBeInstanceOf(Unreachable);
    server.fault = undefined;
    await run(6_000);
    expect(session.state).toMatchObject({ trouble: undefined, view: { next: "answer" } });
  });

  test("a link that no longer holds ends the page, whatever it showed", async () => {
    const { server, session } = open(openView(600_000));
    await session.look();
    server.fault = new ApiProblem(401, { code: "unauthenticated" });
    await session.look();
    expect(session.state.trouble).toBe(server.fault);
  });

  test("what can't be done is told in a sentence, and the page looks where it stands", async () => {
    const { server, session } = open(pauseView());
    await session.look();
    server.fault = new ApiProblem(409, { code: "section_not_ready", detail: "The section can't be begun now." });
    await session.begin("t");
    expect(session.state).toMatchObject({ setback: "The section can't be begun now.", working: false });
    expect(server.looks).toBe(3);
  });
});
