import type { FlagResult } from "../domain/scoring/result.ts";
import type { FlagInstance } from "../domain/session/people-facts.ts";
import type { Situation } from "../domain/session/state.ts";

/** One raising of a red flag; `id` is null until somebody answers what a gate or an item raised by itself. */
export type FlagReport = Omit<FlagInstance, "id" | "raised_at"> & {
  id: string | null;
  raised_at: string | null;
  title: string;
  severity: FlagResult["severity"];
};

export const flagReport = (situation: Situation, instance: FlagInstance): FlagReport => ({
  ...instance,
  ...aboutFlag(situation, instance.flag),
});

/** Those that were recorded, and those that the latest result raised by itself. */
export function flagReports(situation: Situation): FlagReport[] {
  const { flags, results } = situation.state;
  const automatic = (results.at(-1)?.flags ?? []).filter(({ id }) => id === null);
  return [
    ...[...flags.values()].map((instance) => flagReport(situation, instance)),
    ...automatic.map(({ flag, state, raised_by }) => ({
      ...{ id: null, flag, state, raised_by, raiser: null, observation: null, raised_at: null, answers: [] },
      ...aboutFlag(situation, flag),
    })),
  ];
}

function aboutFlag({ playbook }: Situation, flag: string): Pick<FlagReport, "title" | "severity"> {
  const { title, severity } = playbook.red_flags.find(({ id }) => id === flag)!;
  return { title, severity };
}
