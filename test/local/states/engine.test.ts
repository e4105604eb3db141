import { describe, expect, test } from "vitest";
import { branch, failing, harness, line, MACHINE, START, task } from "./harness.ts";

const hours = (count: number) => START + count * 3_600_000;

describe("a state machine", () => {
  test("passes data on by Assign, Output and $states", async () => {
    const { run } = harness(
      line({
        First: {
          Type: "Pass",
          Assign: { who: "{% $states.input.name %}" },
          Output: { length: "{% $length($states.input.name) %}" },
        },
        Second: {
          Type: "Pass",
          Output: "{% $who & ' ' & $states.input.length & ' ' & $states.context.Execution.Name %}",
        },
      }),
    );
    expect(await run({ name: "Ada" })).toMatchObject({ status: "SUCCEEDED", output: '"Ada 3 run"' });
  });

  test("waits for seconds and until a time without anybody doing anything", async () => {
    const { engine, clock } = harness(
      line({
        Seconds: { Type: "Wait", Seconds: "{% $states.input.seconds %}" },
        Timestamp: { Type: "Wait", Timestamp: "2026-01-01T05:00:00Z" },
      }),
    );
    const { arn } = engine.start(MACHINE, { seconds: 7200 }, "run");
    await clock.advanceTo(hours(2) - 1);
    expect(clock.next()).toBe(hours(2));
    await clock.advanceTo(hours(5) - 1);
    expect(engine.describe(arn).status).toBe("RUNNING");
    await clock.advanceTo(hours(5));
    expect(engine.describe(arn)).toMatchObject({ status: "SUCCEEDED", stopped: hours(5) });
  });

  test("takes the first choice that holds, or the default", async () => {
    const document = {
      QueryLanguage: "JSONata",
      StartAt: "Which?",
      States: {
        "Which?": {
          Type: "Choice",
          Choices: [
            { Condition: "{% $states.input.n > 10 %}", Next: "Large" },
            { Condition: "{% $states.input.n > 5 %}", Next: "Middle", Output: "{% $states.input.n %}" },
          ],
          Default: "Small",
        },
        Large: { Type: "Succeed", Output: "large" },
        Middle: { Type: "Succeed", Output: "{% 'middle ' & $states.input %}" },
        Small: { Type: "Fail", Error: "TooSmall", Cause: "{% 'only ' & $states.input.n %}" },
      },
    };
    const { run } = harness(document);
    expect(await run({ n: 11 }, "a")).toMatchObject({ output: '"large"' });
    expect(await run({ n: 7 }, "b")).toMatchObject({ output: '"middle 7"' });
    expect(await run({ n: 1 }, "c")).toMatchObject({ status: "FAILED", error: "TooSmall", cause: "only 1" });
  });

  test("retries with growing, capped gaps and then catches", async () => {
    const { run, calls } = harness(
      line({
        Try: task({
          Retry: [
            { ErrorEquals: ["Never"], MaxAttempts: 0 },
            { ErrorEquals: ["States.ALL"], IntervalSeconds: 10, BackoffRate: 3, MaxDelaySeconds: 60, MaxAttempts: 3 },
          ],
          Catch: [{ ErrorEquals: ["Broken"], Output: "{% $states.errorOutput %}", Next: "After" }],
        }),
        After: { Type: "Pass" },
      }),
      { perform: () => failing("Broken") },
    );
    const ended = await run();
    expect(calls.map(({ at }) => (at - START) / 1000)).toEqual([0, 10, 40, 100]);
    expect(JSON.parse(ended.output!)).toEqual({ Error: "Broken", Cause: "as told" });
    expect(ended.transitions).toBe(5);
  });

  test("does not retry what a rule with no attempts names", async () => {
    const { run, calls } = harness(
      line({ Try: task({ Retry: [{ ErrorEquals: ["Broken"], MaxAttempts: 0 }, { ErrorEquals: ["States.ALL"] }] }) }),
      { perform: () => failing("Broken") },
    );
    expect(await run()).toMatchObject({ status: "FAILED", error: "Broken" });
    expect(calls).toHaveLength(1);
  });

  test("fails a task that takes longer than its time with States.Timeout", async () => {
    const { engine, clock } = harness(line({ Slow: task({ TimeoutSeconds: 30 }) }), {
      perform: () => new Promise(() => undefined),
      settled: () => new Promise((done) => setTimeout(done, 1)),
    });
    const { arn } = engine.start(MACHINE, {}, "run");
    await clock.advanceTo(START + 30_000);
    expect(await engine.finished(arn)).toMatchObject({ status: "FAILED", error: "States.Timeout" });
  });

  test("maps over items in order, as many at a time as allowed, each with its own variables", async () => {
    let most = 0;
    let now = 0;
    const { run, calls } = harness(
      line({
        Each: {
          Type: "Map",
          Items: "{% $states.input.names %}",
          MaxConcurrency: 2,
          ItemSelector: { name: "{% $states.context.Map.Item.Value %}", at: "{% $states.context.Map.Item.Index %}" },
          ItemProcessor: branch({
            Keep: { Type: "Pass", Assign: { own: "{% $states.input.name %}" } },
            Greet: task({ Arguments: "{% $states.input %}", Output: "{% $own & ':' & $states.result.Payload %}" }),
          }),
        },
      }),
      {
        perform: async ({ request }) => {
          most = Math.max(most, ++now);
          await new Promise((done) => setTimeout(done, 5));
          now--;
          return { Payload: request["at"]! };
        },
      },
    );
    const mapped = run({ names: ["a", "b", "c"] });
    expect(JSON.parse((await mapped).output!)).toEqual(["a:0", "b:1", "c:2"]);
    expect(most).toBe(2);
    expect(calls).toHaveLength(3);
  });

  test("stops the other branches when one fails", async () => {
    const { run } = harness(
      {
        QueryLanguage: "JSONata",
        StartAt: "Both",
        States: {
          Both: {
            Type: "Parallel",
            Branches: [branch({ Wait: { Type: "Wait", Seconds: 3600 } }), branch({ Break: task() })],
            Catch: [{ ErrorEquals: ["Broken"], Output: "{% $states.context.State.Name %}", Next: "End" }],
            End: true,
          },
          End: { Type: "Succeed" },
        },
      },
      { perform: () => failing("Broken") },
    );
    expect(await run()).toMatchObject({ status: "SUCCEEDED", output: '"Both"', stopped: START });
  });

  test("ends as timed out when its own time is up, and as aborted when it is stopped", async () => {
    const waiting = line({ Wait: { Type: "Wait", Seconds: 3600 } });
    const { run, engine } = harness({ ...waiting, TimeoutSeconds: 60 });
    expect(await run({}, "late")).toMatchObject({ status: "TIMED_OUT", stopped: START + 60_000 });
    const stopped = harness(waiting).engine;
    const { arn } = stopped.start(MACHINE, {}, "stopped");
    stopped.stop(arn, { error: "Enough", cause: "no longer wanted" });
    expect(await stopped.finished(arn)).toMatchObject({
      status: "ABORTED",
      error: "Enough",
      cause: "no longer wanted",
    });
    await engine.close();
  });

  test("fails loudly where an expression gives nothing", async () => {
    const { run } = harness(line({ Lost: { Type: "Pass", Output: "{% $states.input.missing %}" } }));
    expect(await run()).toMatchObject({ status: "FAILED", error: "States.QueryEvaluationError" });
  });

  test("refuses results larger than 256 KiB, which no States.ALL catches", async () => {
    const { run } = harness(
      line({ Big: task({ Catch: [{ ErrorEquals: ["States.ALL"], Next: "After" }] }), After: { Type: "Pass" } }),
      { perform: () => "x".repeat(300_000) },
    );
    expect(await run()).toMatchObject({ status: "FAILED", error: "States.DataLimitExceeded" });
  });
});

describe("executions", () => {
  const document = line({ Wait: { Type: "Wait", Seconds: 60 } });

  test("are the same for the same name and input while they run, and refused otherwise", () => {
    const { engine } = harness(document);
    const first = engine.start(MACHINE, { a: 1 }, "one");
    expect(engine.start(MACHINE, { a: 1 }, "one")).toEqual(first);
    expect(() => engine.start(MACHINE, { a: 2 }, "one")).toThrow("ExecutionAlreadyExists");
    expect(() => engine.start(MACHINE, {}, "no spaces")).toThrow("InvalidName");
    expect(() => engine.start("arn:none", {}, "one")).toThrow("StateMachineDoesNotExist");
    expect(() => engine.describe("arn:none")).toThrow("ExecutionDoesNotExist");
  });

  test("are listed by machine and status, with their history", async () => {
    const { engine, run } = harness(document);
    const { arn } = await run({}, "one");
    expect(engine.list(MACHINE, "SUCCEEDED")).toHaveLength(1);
    expect(engine.list(MACHINE, "RUNNING")).toEqual([]);
    expect(engine.history(arn).map(({ type }) => type)).toEqual([
      "ExecutionStarted",
      "WaitStateEntered",
      "WaitStateExited",
      "ExecutionSucceeded",
    ]);
    expect(engine.history(arn)[1]?.details).toEqual({ stateEnteredEventDetails: { name: "Wait", input: "{}" } });
  });
});
