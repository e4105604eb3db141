import { afterAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../fixture/folder.ts";
import { branch, callback, failing, harness, line, MACHINE, START, task } from "./harness.ts";

const folder = temporaryFolder();
afterAll(() => folder.remove());

/** The engine of the next process, on the same file. */
const restarted = (file: string, document: object, now: number, perform?: Parameters<typeof harness>[1]) => {
  const next = harness(document, { ...perform, file, now });
  next.engine.resume();
  return next;
};

describe("a callback", () => {
  test("gives the state what it was sent", async () => {
    const { engine, clock, calls } = harness(line({ Ask: callback({ TimeoutSeconds: 60 }) }));
    const { arn } = engine.start(MACHINE, {}, "run");
    await engine.idle();
    engine.settle(String(calls[0]?.request["token"]), { output: { answer: 42 } });
    expect(await engine.finished(arn)).toMatchObject({ status: "SUCCEEDED", output: '{"answer":42}' });
    expect(clock.now()).toBe(START);
  });

  test("may come before the call that handed out the token has returned", async () => {
    const early = harness(line({ Ask: callback() }), {
      perform: async ({ request }) => {
        early.engine.settle(String(request["token"]), { output: "early" });
        return null;
      },
    });
    const { arn } = early.engine.start(MACHINE, {}, "run");
    expect(await early.engine.finished(arn)).toMatchObject({ output: '"early"' });
  });

  test("fails the state by the name it was sent", async () => {
    const { engine, calls } = harness(
      line({ Ask: callback({ Catch: [{ ErrorEquals: ["Refused"], Next: "After" }] }), After: { Type: "Pass" } }),
    );
    const { arn } = engine.start(MACHINE, {}, "run");
    await engine.idle();
    engine.settle(String(calls[0]?.request["token"]), { error: "Refused", cause: "not today" });
    expect(await engine.finished(arn)).toMatchObject({ output: '{"Error":"Refused","Cause":"not today"}' });
  });

  test("is refused once it was answered, is late or was never asked for", async () => {
    const { engine, clock, calls } = harness(line({ Ask: callback({ TimeoutSeconds: 60 }) }));
    const { arn } = engine.start(MACHINE, {}, "run");
    await clock.advanceTo(START + 60_000);
    expect(engine.describe(arn)).toMatchObject({ status: "FAILED", error: "States.Timeout" });
    expect(() => engine.settle(String(calls[0]?.request["token"]), { output: null })).toThrow("TaskTimedOut");
    expect(() => engine.settle("made up", { output: null })).toThrow("InvalidToken");
  });

  test("is asked for again, with another token, by each retry", async () => {
    const { engine, clock, calls } = harness(
      line({ Ask: callback({ TimeoutSeconds: 60, Retry: [{ ErrorEquals: ["States.Timeout"], IntervalSeconds: 1 }] }) }),
    );
    const { arn } = engine.start(MACHINE, {}, "run");
    await clock.advanceTo(START + 61_000);
    const [first, second] = calls.map(({ request }) => String(request["token"]));
    expect(first).not.toBe(second);
    expect(() => engine.settle(first!, { output: null })).toThrow("TaskTimedOut");
    engine.settle(second!, { output: "in time" });
    expect(await engine.finished(arn)).toMatchObject({ output: '"in time"', transitions: 2 });
  });
});

describe("after a restart", () => {
  test("a wait ends when it would have ended", async () => {
    const file = `${folder.path}/wait.db`;
    const document = line({ Wait: { Type: "Wait", Seconds: 3600 } });
    const { engine, clock } = harness(document, { file });
    const { arn } = engine.start(MACHINE, {}, "run");
    await clock.advanceTo(START + 1000);
    await engine.close();
    const next = restarted(file, document, START + 3_000_000);
    await next.clock.advanceTo(START + 3_599_999);
    expect(next.engine.describe(arn).status).toBe("RUNNING");
    await next.clock.advanceTo(START + 3_600_000);
    expect(next.engine.describe(arn)).toMatchObject({ status: "SUCCEEDED", transitions: 1 });
    await next.engine.close();
  });

  test("a callback is not asked for again, keeps its token and its time, and finished states are not repeated", async () => {
    const file = `${folder.path}/callback.db`;
    const document = line({ Before: task(), Ask: callback({ TimeoutSeconds: 60 }) });
    const { engine, calls } = harness(document, { file });
    const { arn } = engine.start(MACHINE, {}, "run");
    await engine.idle();
    await engine.close();
    expect(calls).toHaveLength(2);

    const next = restarted(file, document, START + 30_000);
    await next.engine.idle();
    expect(next.calls).toEqual([]);
    next.engine.settle(String(calls[1]?.request["token"]), { output: "kept" });
    expect(await next.engine.finished(arn)).toMatchObject({ output: '"kept"', transitions: 2 });
    await next.engine.close();
  });

  test("an answer counts that came before the state waits for it again", async () => {
    const file = `${folder.path}/answer.db`;
    const document = line({ Ask: callback({ TimeoutSeconds: 60 }) });
    const { engine, calls } = harness(document, { file });
    const { arn } = engine.start(MACHINE, {}, "run");
    await engine.idle();
    await engine.close();
    const next = harness(document, { file });
    next.engine.settle(String(calls[0]?.request["token"]), { output: "early" });
    next.engine.resume();
    expect(await next.engine.finished(arn)).toMatchObject({ output: '"early"' });
    await next.engine.close();
  });

  test("retries go on counting, and a map goes on with the items that were not done", async () => {
    const file = `${folder.path}/map.db`;
    const item = task({
      Arguments: "{% $states.input %}",
      Retry: [{ ErrorEquals: ["Broken"], IntervalSeconds: 60, MaxAttempts: 2 }],
    });
    const document = line({ Each: { Type: "Map", MaxConcurrency: 1, ItemProcessor: branch({ Do: item }) } });
    const perform = ({ request }: { request: object }) => (String(request) === "b" ? failing("Broken") : null);
    const { engine, clock, calls } = harness(document, { file, perform });
    const { arn } = engine.start(MACHINE, ["a", "b"], "run");
    await clock.advanceTo(START + 60_000);
    expect(calls.map(({ request }) => request)).toEqual(["a", "b", "b"]);
    await engine.close();

    const next = restarted(file, document, START + 60_000, { perform });
    await next.clock.advanceTo(START + 1_000_000);
    expect(next.calls.map(({ request, at }) => [request, at])).toEqual([["b", START + 180_000]]);
    expect(next.engine.describe(arn)).toMatchObject({ status: "FAILED", error: "Broken", transitions: 5 });
    await next.engine.close();
  });

  test("an execution goes on under the definition it was started with", async () => {
    const file = `${folder.path}/definition.db`;
    const { engine } = harness(line({ Wait: { Type: "Wait", Seconds: 60 }, Give: { Type: "Pass", Output: "old" } }), {
      file,
    });
    const { arn } = engine.start(MACHINE, {}, "run");
    await engine.close();
    const next = restarted(file, line({ Give: { Type: "Pass", Output: "new" } }), START);
    await next.clock.advanceTo(START + 60_000);
    expect(next.engine.describe(arn)).toMatchObject({ output: '"old"' });
    await next.engine.close();
  });
});
