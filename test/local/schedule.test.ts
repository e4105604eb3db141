import { describe, expect, test } from "vitest";
import { virtualClock } from "#scripts/local/clock.ts";
import type { Json, JsonObject } from "#scripts/local/json.ts";
import { startSchedules, type Targets } from "#scripts/local/schedule.ts";
import { fakeTemplate } from "./template/fake.ts";

const START = Date.parse("2026-01-01T00:00:00Z");
const FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:Sweep";
const MACHINE = "arn:aws:states:us-east-1:000000000000:stateMachine:Nightly";

function start(resources: Record<string, Record<string, JsonObject>>) {
  const clock = virtualClock(START);
  const started: { arn: string; input: Json; at: number }[] = [];
  const note = (arn: string, input: Json) => started.push({ arn, input, at: (clock.now() - START) / 60_000 });
  const targets = { asynchronous: { send: note }, engine: { start: note } } as unknown as Targets;
  const { close } = startSchedules(fakeTemplate(resources), targets, { clock, report: () => undefined });
  return { clock, started, close };
}

const rule = (more: JsonObject = {}) => ({
  "AWS::Events::Rule": {
    Rule: { ScheduleExpression: "rate(1 minute)", Targets: [{ Arn: FUNCTION, Input: '{"sweep":true}' }], ...more },
  },
});

describe("a schedule", () => {
  test("starts its function again and again, first after one period", async () => {
    const { clock, started, close } = start(rule());
    await clock.advanceTo(START + 3 * 60_000);
    expect(started).toEqual([1, 2, 3].map((at) => ({ arn: FUNCTION, input: { sweep: true }, at })));
    close();
    await clock.advanceTo(START + 10 * 60_000);
    expect(started).toHaveLength(3);
  });

  test("sends the event itself where the target names no input", async () => {
    const { clock, started } = start(rule({ Targets: [{ Arn: FUNCTION }] }));
    await clock.advanceTo(START + 60_000);
    expect(started[0]?.input).toMatchObject({ "detail-type": "Scheduled Event", time: "2026-01-01T00:01:00Z" });
  });

  test("of the Scheduler starts state machines too", async () => {
    const Target = { Arn: MACHINE, Input: '{"n":1}', RoleArn: "role" };
    const { clock, started } = start({
      "AWS::Scheduler::Schedule": { Nightly: { ScheduleExpression: "rate(1 day)", Target } },
    });
    await clock.advanceTo(START + 86_400_000);
    expect(started).toEqual([{ arn: MACHINE, input: { n: 1 }, at: 1440 }]);
  });

  test("that is disabled does nothing", async () => {
    const { clock, started } = start(rule({ State: "DISABLED" }));
    await clock.advanceTo(START + 600_000);
    expect(started).toEqual([]);
  });

  test.each([
    ["event patterns", { EventPattern: { source: ["x"] } }],
    ["only rate", { ScheduleExpression: "cron(0 0 * * ? *)" }],
    ["no local target", { Targets: [{ Arn: "arn:aws:sqs:us-east-1:000000000000:q" }] }],
    ["constant Input", { Targets: [{ Arn: FUNCTION, InputPath: "$.x" }] }],
  ])("that cannot run here is refused: %s", (reason, more) => {
    expect(() => start(rule(more as JsonObject))).toThrow(reason);
  });
});
