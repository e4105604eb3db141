import type { Playbook, RedFlag } from "../playbook/schema.ts";
import { failedCriticals } from "./gates.ts";
import type { Raising } from "./inputs.ts";
import type { Mark } from "./marks.ts";
import type { FlagResult, FlagState, GateResult } from "./result.ts";

/** What stands of a flag raised several times: the weightiest of its raisings. */
const WEIGHT: FlagState[] = ["confirmed", "overridden", "raised", "lifted"];

/**
 * Every raising of every flag, in the playbook's order: those that were recorded, and those that a fired gate or a
 * failed critical item makes by itself, unless a recorded raising stands for it already.
 */
export function flagResults(
  playbook: Playbook,
  recorded: readonly Raising[],
  { gates, marks }: { gates: readonly GateResult[]; marks: readonly Mark[] },
): FlagResult[] {
  const automatic = [...raisedByGates(playbook, gates), ...raisedByItems(marks)];
  return playbook.red_flags.flatMap((flag) => {
    const own = recorded.filter((raising) => raising.flag === flag.id).toSorted(byIdentity);
    const added = automatic.filter(
      (raising) => raising.flag === flag.id && !own.some(({ raised_by }) => raised_by === raising.raised_by),
    );
    return [...own, ...added].map((raising) => resultOf(flag, raising));
  });
}

function raisedByGates(playbook: Playbook, gates: readonly GateResult[]): Raising[] {
  const fired = new Set(gates.filter((gate) => gate.fired).map(({ id }) => id));
  const flags = playbook.gates.flatMap(({ id, raises }) => (raises !== undefined && fired.has(id) ? [raises] : []));
  return once(flags).map((flag) => ({ id: null, flag, state: "raised", raised_by: "gate" }));
}

function raisedByItems(marks: readonly Mark[]): Raising[] {
  const flags = failedCriticals(marks).flatMap(({ critical }) => critical.flag ?? []);
  return once(flags).map((flag) => ({ id: null, flag, state: "raised", raised_by: "item" }));
}

const once = (names: readonly string[]): string[] => [...new Set(names)];

const resultOf = (flag: RedFlag, { id, state, raised_by }: Raising): FlagResult => ({
  id,
  flag: flag.id,
  severity: flag.severity,
  state,
  raised_by,
});

const byIdentity = (a: Raising, b: Raising): number => (identity(a) < identity(b) ? -1 : 1);
const identity = ({ id, raised_by, state }: Raising): string => `${id ?? ""} ${raised_by} ${state}`;

/** One standing per flag that was raised at all: several raisings count once. */
export type FlagStanding = Pick<FlagResult, "flag" | "severity" | "state">;

export function flagStandings(results: readonly FlagResult[]): FlagStanding[] {
  return once(results.map(({ flag }) => flag)).map((flag) => {
    const own = results.filter((result) => result.flag === flag);
    const state = WEIGHT.find((candidate) => own.some((result) => result.state === candidate))!;
    return { flag, severity: own[0]!.severity, state };
  });
}
