import * as z from "zod/mini";
import type { Json } from "../json.ts";

/**
 * The part of the Amazon States Language that runs here: Standard workflows in JSONata. Every object is strict, so a
 * field that is not supported stops the load instead of being passed over.
 */
const json = z.custom<Json>((value) => value !== undefined);
const names = z.array(z.string()).check(z.minLength(1));
const secondsOrQuery = z.union([z.int().check(z.positive()), z.string()]);

const common = { Comment: z.optional(z.string()), QueryLanguage: z.optional(z.literal("JSONata")) };
const outcome = { Assign: z.optional(z.record(z.string(), json)), Output: z.optional(json) };
const onward = { Next: z.optional(z.string()), End: z.optional(z.literal(true)) };

const retrier = z.strictObject({
  ErrorEquals: names,
  IntervalSeconds: z.optional(z.int().check(z.positive())),
  MaxAttempts: z.optional(z.int().check(z.nonnegative())),
  BackoffRate: z.optional(z.number().check(z.gte(1))),
  MaxDelaySeconds: z.optional(z.int().check(z.positive())),
  JitterStrategy: z.optional(z.enum(["FULL", "NONE"])),
  Comment: z.optional(z.string()),
});
const catcher = z.strictObject({ ErrorEquals: names, Next: z.string(), ...outcome, Comment: z.optional(z.string()) });
const recovery = { Retry: z.optional(z.array(retrier)), Catch: z.optional(z.array(catcher)) };

const pass = z.strictObject({ Type: z.literal("Pass"), ...common, ...outcome, ...onward });
const succeed = z.strictObject({ Type: z.literal("Succeed"), ...common, Output: z.optional(json) });
const fail = z.strictObject({
  Type: z.literal("Fail"),
  ...common,
  Error: z.optional(z.string()),
  Cause: z.optional(z.string()),
});
const wait = z.strictObject({
  Type: z.literal("Wait"),
  ...common,
  ...outcome,
  ...onward,
  Seconds: z.optional(z.union([z.int().check(z.nonnegative()), z.string()])),
  Timestamp: z.optional(z.string()),
});
const choice = z.strictObject({
  Type: z.literal("Choice"),
  ...common,
  ...outcome,
  Choices: z.array(
    z.strictObject({ Condition: z.string(), Next: z.string(), ...outcome, Comment: z.optional(z.string()) }),
  ),
  Default: z.optional(z.string()),
});
const task = z.strictObject({
  Type: z.literal("Task"),
  ...common,
  ...outcome,
  ...onward,
  ...recovery,
  Resource: z.string(),
  Arguments: z.optional(json),
  TimeoutSeconds: z.optional(secondsOrQuery),
});

export type Branch = { StartAt: string; States: Record<string, State> };
type Recovery = { Retry?: Retrier[]; Catch?: Catcher[] };
type Frame = z.infer<typeof pass>;
export type ParallelState = Omit<Frame, "Type"> & Recovery & { Type: "Parallel"; Branches: Branch[]; Arguments?: Json };
export type MapState = Omit<Frame, "Type"> &
  Recovery & {
    Type: "Map";
    Items?: Json;
    ItemSelector?: Json;
    ItemProcessor: Branch;
    MaxConcurrency?: number | string;
  };
export type Retrier = z.infer<typeof retrier>;
type Catcher = z.infer<typeof catcher>;
export type TaskState = z.infer<typeof task>;
export type RecoverableState = TaskState | MapState | ParallelState;
export type InstantState =
  | z.infer<typeof pass>
  | z.infer<typeof succeed>
  | z.infer<typeof fail>
  | z.infer<typeof wait>
  | z.infer<typeof choice>;
export type State = InstantState | RecoverableState;
export type Definition = Branch & { TimeoutSeconds?: number };

const states = z.record(
  z.string(),
  z.lazy(() => state),
);
const branch = { StartAt: z.string(), States: states };

const parallel = z.strictObject({
  Type: z.literal("Parallel"),
  ...common,
  ...outcome,
  ...onward,
  ...recovery,
  Branches: z.array(z.strictObject({ ...branch, Comment: z.optional(z.string()) })),
  Arguments: z.optional(json),
});
const map = z.strictObject({
  Type: z.literal("Map"),
  ...common,
  ...outcome,
  ...onward,
  ...recovery,
  Items: z.optional(json),
  ItemSelector: z.optional(json),
  ItemProcessor: z.strictObject({
    ...branch,
    Comment: z.optional(z.string()),
    ProcessorConfig: z.optional(z.strictObject({ Mode: z.literal("INLINE") })),
  }),
  MaxConcurrency: z.optional(z.union([z.int().check(z.nonnegative()), z.string()])),
});
const state: z.ZodMiniType<State> = z.discriminatedUnion("Type", [
  pass,
  succeed,
  fail,
  wait,
  choice,
  task,
  parallel,
  map,
]);

const definition = z.strictObject({
  ...branch,
  Comment: z.optional(z.string()),
  QueryLanguage: z.literal("JSONata"),
  TimeoutSeconds: z.optional(z.int().check(z.positive())),
  Version: z.optional(z.literal("1.0")),
});

/**
 * Reads a state machine document.
 * @throws Error naming every field that is unknown or malformed, and every state that leads nowhere
 */
export function parseDefinition(document: unknown, machine: string): Definition {
  const parsed = definition.safeParse(document, { error: z.locales.en().localeError });
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => `${issue.path.join("/")}: ${issue.message}`);
    throw new Error(`state machine ${machine} cannot run here: ${issues.join("; ")}`);
  }
  const gaps = gapsOf(parsed.data);
  if (gaps.length > 0) throw new Error(`state machine ${machine} is broken: ${gaps.join("; ")}`);
  return parsed.data;
}

function gapsOf(part: Branch): string[] {
  const known = (name: string) => Object.hasOwn(part.States, name);
  const missing = [part.StartAt, ...Object.values(part.States).flatMap(targetsOf)].filter((name) => !known(name));
  return [
    ...missing.map((name) => `no state is called ${name}`),
    ...Object.entries(part.States).flatMap(([name, each]) => [
      ...dangling(name, each),
      ...branchesOf(each).flatMap(gapsOf),
    ]),
  ];
}

function targetsOf(each: State): string[] {
  const caught = "Catch" in each ? (each.Catch ?? []).map((rule) => rule.Next) : [];
  if (each.Type === "Choice")
    return [...each.Choices.map((rule) => rule.Next), ...(each.Default ? [each.Default] : [])];
  return "Next" in each && each.Next ? [each.Next, ...caught] : caught;
}

function dangling(name: string, each: State): string[] {
  if (each.Type === "Wait" && (each.Seconds === undefined) === (each.Timestamp === undefined)) {
    return [`${name} needs either Seconds or Timestamp`];
  }
  if (each.Type === "Choice" || each.Type === "Succeed" || each.Type === "Fail") return [];
  return (each.Next === undefined) === (each.End === undefined) ? [`${name} needs either Next or End`] : [];
}

function branchesOf(each: State): Branch[] {
  if (each.Type === "Map") return [each.ItemProcessor];
  return each.Type === "Parallel" ? each.Branches : [];
}
