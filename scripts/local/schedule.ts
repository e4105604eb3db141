import { randomUUID } from "node:crypto";
import { type Clock, realClock } from "./clock.ts";
import type { AsynchronousInvocations } from "./functions/asynchronous.ts";
import { asList, asObject, asText, type Json, type JsonObject, messageOf } from "./json.ts";
import type { Engine } from "./states/engine.ts";
import { ACCOUNT, attributeOf, REGION } from "./template/names.ts";
import type { Resource, Template } from "./template/template.ts";

/** One thing to do again and again; `period` in milliseconds. */
type Schedule = { arn: string; period: number; targets: Target[] };
type Target = { arn: string; input: Json | undefined };

const PERIODS: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

export type Targets = { asynchronous: AsynchronousInvocations; engine: Engine };

/**
 * Runs the template's `rate(…)` schedules, of EventBridge rules and of the Scheduler, first after one period.
 * @param report told of every target that could not be started, in a sentence
 * @throws Error for any other kind of rule, expression or target
 */
export function startSchedules(
  template: Template,
  targets: Targets,
  { clock = realClock, report }: { clock?: Clock; report: (sentence: string) => void },
): { close(): void } {
  const schedules = loadSchedules(template);
  const closing = new AbortController();
  for (const schedule of schedules) void repeat(schedule, targets, { clock, report, signal: closing.signal });
  return { close: () => closing.abort() };
}

function loadSchedules(template: Template): Schedule[] {
  const enabled = (resource: Resource) => resource.properties["State"] !== "DISABLED";
  return [
    ...template.all("AWS::Events::Rule").filter(enabled).map(ruleSchedule),
    ...template.all("AWS::Scheduler::Schedule").filter(enabled).map(schedulerSchedule),
  ];
}

function ruleSchedule(resource: Resource): Schedule {
  const { id, properties } = resource;
  if (properties["EventPattern"] !== undefined) throw new Error(`rule ${id}: event patterns do not run here`);
  const targets = asList(properties["Targets"], `the targets of ${id}`).map((target) => {
    const { Arn, Input, InputPath, InputTransformer } = asObject(target, `a target of ${id}`);
    if (InputPath !== undefined || InputTransformer !== undefined) {
      throw new Error(`rule ${id}: a target's input is its constant Input or the event itself`);
    }
    return toTarget(Arn, Input);
  });
  return { arn: attributeOf(resource, "Arn", ""), period: periodOf(resource), targets };
}

function schedulerSchedule(resource: Resource): Schedule {
  const { Arn, Input } = asObject(resource.properties["Target"], `the target of ${resource.id}`);
  const arn = `arn:aws:scheduler:${REGION}:${ACCOUNT}:schedule/default/${resource.id}`;
  return { arn, period: periodOf(resource), targets: [toTarget(Arn, Input ?? "{}")] };
}

function toTarget(arn: Json | undefined, input: Json | undefined): Target {
  const text = asText(arn, "the ARN of a target");
  if (!/^arn:aws:(lambda|states):/.test(text)) throw new Error(`no local target for a schedule: ${text}`);
  return { arn: text, input: input === undefined ? undefined : (JSON.parse(asText(input, "Input")) as Json) };
}

function periodOf({ id, properties }: Resource): number {
  const expression = asText(properties["ScheduleExpression"], `the schedule of ${id}`);
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  if (!unit) throw new Error(`${id}: only rate(…) schedules run here, not ${expression}`);
  return Number(count) * PERIODS[unit]!;
}

type Repeating = { clock: Clock; report: (sentence: string) => void; signal: AbortSignal };

async function repeat(schedule: Schedule, targets: Targets, { clock, report, signal }: Repeating): Promise<void> {
  for (let due = clock.now() + schedule.period; ; due = Math.max(due, clock.now()) + schedule.period) {
    await clock.sleepUntil(due, signal).catch(() => undefined);
    if (signal.aborted) return;
    for (const target of schedule.targets) {
      try {
        run(target, targets, scheduledEvent(schedule, clock.now()));
      } catch (error) {
        report(`a schedule could not start ${target.arn}: ${messageOf(error)}`);
      }
    }
  }
}

function run({ arn, input }: Target, { asynchronous, engine }: Targets, event: JsonObject): void {
  if (arn.startsWith("arn:aws:lambda:")) asynchronous.send(arn, input ?? event);
  else engine.start(arn, input ?? event);
}

function scheduledEvent({ arn }: Schedule, now: number): JsonObject {
  return {
    version: "0",
    id: randomUUID(),
    "detail-type": "Scheduled Event",
    source: "aws.events",
    account: ACCOUNT,
    time: new Date(now).toISOString().replace(/\.\d+/, ""),
    region: REGION,
    resources: [arn],
    detail: {},
  };
}
