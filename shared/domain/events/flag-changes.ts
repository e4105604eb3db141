import type { FlagResult, Result } from "../scoring/result.ts";

/** A red flag that rules raised, or raise no more. */
export type FlagChange = {
  type: "flag.raised" | "flag.resolved";
  data: { flag: string; raising: null; raised_by: "gate" | "item"; state: "raised" | "lapsed" };
};

/**
 * What a new result changes of the flags that gates and critical items raise by themselves. What people do to a flag is
 * told by its own fact.
 */
export function flagChanges(before: Pick<Result, "flags"> | undefined, after: Pick<Result, "flags">): FlagChange[] {
  const [old, now] = [before?.flags ?? [], after.flags];
  return [
    ...raisedByRules(now).flatMap((flag) => (old.some(sameAs(flag)) ? [] : [change("flag.raised", flag)])),
    ...raisedByRules(old).flatMap((flag) => (now.some(sameAs(flag)) ? [] : [change("flag.resolved", flag)])),
  ];
}

type ByRule = FlagResult & { raised_by: "gate" | "item" };

/** Those that no person has answered yet. */
const raisedByRules = (flags: readonly FlagResult[]): ByRule[] =>
  flags.filter((flag): flag is ByRule => flag.raised_by !== "person" && flag.id === null);

const sameAs =
  (one: FlagResult) =>
  (other: FlagResult): boolean =>
    one.flag === other.flag && one.raised_by === other.raised_by;

const change = (type: FlagChange["type"], { flag, raised_by }: ByRule): FlagChange => ({
  type,
  data: { flag, raising: null, raised_by, state: type === "flag.raised" ? "raised" : "lapsed" },
});
