import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { workflowFunction } from "#functions/workflow/steps.ts";
import { StatesFailure } from "#scripts/local/states/failure.ts";
import { accommodateSession } from "#shared/use-cases/accommodate-session.ts";
import { beginSection } from "#shared/use-cases/begin-section.ts";
import { lockScorecard } from "#shared/use-cases/lock-scorecard.ts";
import { reconcile } from "#shared/use-cases/reconcile.ts";
import { saveScorecard } from "#shared/use-cases/save-scorecard.ts";
import { startSession } from "#shared/use-cases/start-session.ts";
import { submitSection } from "#shared/use-cases/submit-section.ts";
import { withdrawSession } from "#shared/use-cases/withdraw-session.ts";
import { type Desk, desk, invite } from "#test/builders/desk.ts";
import { sessionPlaybook } from "#test/builders/session-playbook.ts";
import { harness, MACHINE, START } from "#test/local/states/harness.ts";

const file = new URL("../../infra/state-machines/assessment.asl.json", import.meta.url);
const document = JSON.parse(readFileSync(file, "utf8"));

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const nothing = () => undefined;

/** Half of the one category is the interview's, which has one question. */
const interviewed = sessionPlaybook({
  categories: [{ id: "thinking", title: "Thinking", weight: "100", assessment_share: "0.5" }],
  interview: {
    scale: { min: 1, max: 5 },
    questions: [
      { id: "why", category: "thinking", weight: "1", text: "Why?", probes: [], anchors: {}, whole_interview: false },
    ],
  },
});

/** The document with the real use cases behind its function; time passes for both at once. */
async function started(playbook = sessionPlaybook()) {
  const at = await desk({ playbook });
  const visits: string[] = [];
  const machine = harness(document, {
    perform: async ({ request }) => {
      at.clock.set(new Date(machine.clock.now()).toISOString());
      const event = request["Payload"] as { step: string; section?: string };
      visits.push([event.step, event.section].filter(Boolean).join(" "));
      return { Payload: await failingAsLambdaDoes(() => run(event)), StatusCode: 200 };
    },
  });
  const ports = { ...at, workflow: withMachine(at, machine.engine) };
  const run = workflowFunction(ports, nothing);
  at.clock.set(new Date(START).toISOString());
  const { id: session } = await invite(at);
  await startSession(at)({ session });
  await reconcile(ports)({ stream: session });
  const pass = async (milliseconds: number) => {
    await machine.clock.advanceTo(machine.clock.now() + milliseconds);
    at.clock.set(new Date(machine.clock.now()).toISOString());
  };
  return { at, ports, session, visits, machine, pass, status: () => machine.engine.describe(arnOf(session)).status };
}

const arnOf = (session: string) => `${MACHINE.replace(":stateMachine:", ":execution:")}:${session}`;

function withMachine(at: Desk, engine: ReturnType<typeof harness>["engine"]): Desk["workflow"] {
  return {
    ...at.workflow,
    start: async (input) => void engine.start(MACHINE, input, input.session),
    resume: async (token) => ignoreStale(() => engine.settle(token, { output: {} })),
  };
}

/** A token whose wait timed out is nobody's any more. */
function ignoreStale(settle: () => void): void {
  try {
    settle();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "TaskTimedOut") throw error;
  }
}

/** A thrown error becomes what Step Functions makes of a function's failure. */
async function failingAsLambdaDoes<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const { name, message } = thrown as Error;
    throw new StatesFailure(name, JSON.stringify({ errorType: name, errorMessage: message, trace: [] }));
  }
}

const result = async ({ at, session }: Awaited<ReturnType<typeof started>>) =>
  (await at.sessions.read(session)).state.results.at(-1);

describe("the state machine of an assessment", () => {
  test("goes on as soon as a section is submitted, and ends with a result", async () => {
    const world = await started();
    const { at, ports, session, visits, pass } = world;
    for (const section of ["first", "second"]) {
      await pass(1_000);
      await beginSection(at)({ session, section });
      await submitSection(at)({ session, section });
      await reconcile(ports)({ stream: session });
    }
    await pass(1_000);
    expect(visits).toEqual([
      "run-section first",
      "grade-section first",
      "run-section second",
      "grade-section second",
      "score",
      "publish",
      "await-interviews",
    ]);
    expect(await result(world)).toMatchObject({ stage: "provisional", score: "0.00" });
  });

  test("waits for the interviews for days, and ends with the final result once they are in", async () => {
    const world = await started(interviewed);
    const { at, ports, session, visits, pass } = world;
    await pass(60 * MINUTE);
    await pass(9 * DAY);
    expect(world.status()).toBe("RUNNING");
    const actor = { id: "int_1", roles: [], delegate: false };
    const ratings = [{ question: "why", value: 5, observation: "Because." }];
    await saveScorecard(at)({ session, interviewer: "int_1", ratings, actor });
    await lockScorecard(at)({ session, interviewer: "int_1", actor });
    await reconcile(ports)({ stream: session });
    await pass(1_000);
    expect(visits.slice(-3)).toEqual(["await-interviews", "score", "publish"]);
    expect(world.status()).toBe("SUCCEEDED");
    expect(await result(world)).toMatchObject({ stage: "final", score: "50.00" });
  });

  test("ends after half a year without interviews, with the provisional result", async () => {
    const world = await started();
    await world.pass(181 * DAY);
    expect(world.status()).toBe("SUCCEEDED");
    expect(await result(world)).toMatchObject({ stage: "provisional" });
  });

  test("ends at once where the candidate withdraws", async () => {
    const world = await started();
    await withdrawSession(world.at)({ session: world.session });
    await reconcile(world.ports)({ stream: world.session });
    await world.pass(1_000);
    expect(world.status()).toBe("SUCCEEDED");
  });

  test("takes a candidate who never comes back through every section by time-out", async () => {
    const world = await started();
    await world.pass(60 * MINUTE);
    expect(world.visits.at(-1)).toBe("await-interviews");
    const { state } = await world.at.sessions.read(world.session);
    expect([...state.sections.values()].map(({ closed }) => closed?.reason)).toEqual(["timeout", "timeout"]);
    expect(await result(world)).toMatchObject({ score: "0.00" });
  });

  test("waits again where time was added while a section ran", async () => {
    const world = await started();
    const { at, session, visits, pass } = world;
    await beginSection(at)({ session, section: "first" });
    await pass(4 * MINUTE);
    const accommodation = { kind: "multiplier", factor: "2" } as const;
    await accommodateSession(at)({ session, accommodation, actor: "key_1" });
    await pass(5 * MINUTE);
    const { state } = await at.sessions.read(session);
    expect(state.sections.get("first")!.closed).toBeNull();
    expect(visits).toEqual(["run-section first", "grade-section first", "run-section first"]);
    await pass(30 * MINUTE);
    expect(visits.at(-1)).toBe("await-interviews");
  });
});
