import type { Json } from "#shared/domain/foundation/json.ts";
import type { CodingPart } from "#shared/domain/grading/coding/schema.ts";
import type { Marking } from "#shared/domain/grading/contract.ts";
import type { Part } from "#shared/domain/grading/parts/schema.ts";
import { referenceAnswerOf } from "#shared/domain/grading/registry.ts";
import type { Observation } from "#shared/domain/grading/sandbox.ts";
import type { AnyItem } from "#shared/domain/grading/schemas.ts";
import type { SqlPart } from "#shared/domain/grading/sql/schema.ts";
import { type PlacedItem, placedItems } from "#shared/domain/playbook/placed-items.ts";
import type { AuthoredPlaybook } from "#shared/domain/playbook/schema.ts";
import type { Sandbox } from "#shared/ports/sandbox.ts";
import { itemGrading } from "#shared/use-cases/item-grading.ts";
import type { Mutant } from "./edit.ts";
import { javascriptMutants } from "./javascript.ts";
import { sqlMutants } from "./sql.ts";

/** A mutant and what the hidden tests made of it. */
export type Trial = Mutant & {
  /** `equivalent`: the author says that no test can tell it from the reference. `untried`: an engine failed. */
  verdict: "killed" | "equivalent" | "survived" | "untried";
  /** The working of the first test that failed, the author's reason or the engine's fault; empty for a survivor. */
  because: string;
};

/** The mutants of one item's reference. */
export type MutationReport = {
  item: string;
  /** The item's path in the playbook. */
  path: string;
  trials: Trial[];
  /** Changes listed as equivalent that are no mutants, or are killed: by their index in the list. */
  stale: { index: number; change: string; because: string }[];
};

type Testable = CodingPart | SqlPart;
type PlacedTestable = { item: Testable; path: string };

/**
 * Runs every mutant of every reference in code or SQL against the hidden tests, those of parts and of the practice
 * included.
 */
export async function tryMutants(playbook: AuthoredPlaybook<AnyItem>, sandbox: Sandbox): Promise<MutationReport[]> {
  const reports: MutationReport[] = [];
  for (const placed of placedItems(playbook).flatMap(testablesIn)) reports.push(await tryItem(placed, sandbox));
  return reports;
}

function testablesIn({ item, path }: PlacedItem): PlacedTestable[] {
  if (isTestable(item)) return [{ item, path }];
  if (item.type !== "parts") return [];
  return item.parts.flatMap((part, index) =>
    isTestable(part) ? [{ item: part, path: `${path}.parts[${index}]` }] : [],
  );
}

const isTestable = (item: AnyItem | Part): item is Testable => item.type === "coding" || item.type === "sql";

async function tryItem({ item, path }: PlacedTestable, sandbox: Sandbox): Promise<MutationReport> {
  const grade = itemGrading({ sandbox });
  const { evidence } = await grade({ item, section: "", answer: referenceAnswerOf(item) });
  const leashed = { ...item, fuel: fuelFor(evidence) };
  const trials: Trial[] = [];
  for (const mutant of mutantsOf(item)) {
    const marking = await grade({ item: leashed, section: "", answer: answerWith(item, mutant.text) });
    trials.push({ ...mutant, ...verdictOn(item, mutant, marking) });
  }
  return { item: item.id, path, trials, stale: staleClaims(item, trials) };
}

const mutantsOf = (item: Testable): Mutant[] =>
  item.type === "sql"
    ? sqlMutants(item.key.reference)
    : javascriptMutants(item.key.reference.source, item.key.reference.language);

const answerWith = (item: Testable, text: string): Json =>
  item.type === "sql" ? { query: text } : { language: item.key.reference.language, source: text };

const LEASH = 20;
const LEAST_FUEL = 50_000_000;

/** A mutant that takes twenty times as long as its reference runs for ever, and needn't be waited for. */
function fuelFor(evidence: readonly Observation[]): number {
  const used = evidence.flatMap(({ runs }) => runs.map(({ fuel }) => fuel));
  return LEAST_FUEL + LEASH * Math.max(0, ...used);
}

function verdictOn(item: Testable, { change }: Mutant, marking: Marking): Pick<Trial, "verdict" | "because"> {
  if (marking.outcome === "not_gradable") return { verdict: "untried", because: marking.working[0]?.text ?? "" };
  if (marking.points !== item.points) {
    return { verdict: "killed", because: marking.working.find(isFailure)?.text ?? "" };
  }
  const claim = claimsOf(item).find((each) => each.change === change);
  return claim ? { verdict: "equivalent", because: claim.reason } : { verdict: "survived", because: "" };
}

const isFailure = ({ code }: { code: string }): boolean => /_(failed|wrong)$/.test(code);

const claimsOf = ({ key }: Testable) => key.equivalent_mutants ?? [];

function staleClaims(item: Testable, trials: readonly Trial[]): MutationReport["stale"] {
  return claimsOf(item).flatMap(({ change }, index) => {
    const trial = trials.find((each) => each.change === change);
    if (!trial) return [{ index, change, because: "there is no such change of the reference" }];
    return trial.verdict === "killed"
      ? [{ index, change, because: `it does make a difference: ${trial.because}` }]
      : [];
  });
}
