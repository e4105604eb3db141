import { compare, divide, type Exact, exact, figure, isZero, multiply, sum } from "../../foundation/exact.ts";
import type { Violation } from "../../foundation/refusal.ts";
import type { Marking, Proof, WorkingLine } from "../contract.ts";
import { line, notGradable } from "../marking.ts";
import type { JavaScriptRun } from "../sandbox.ts";
import type { CodingPart, CodingTest } from "./schema.ts";

/** The tests that also ask for few steps; none in most items. */
export const meteredTests = ({ key }: CodingPart): CodingTest[] =>
  key.efficiency === undefined ? [] : key.tests.filter(({ group }) => group === key.efficiency!.group);

export type Runs = ReadonlyMap<string, JavaScriptRun>;

/** Whether the metered group took few enough steps, and the line that says how many. */
export type Efficiency = { group: string; fits: boolean; line: WorkingLine };

/** Compares the steps of a program with those of the reference, in the same engine; undefined where nobody asks. */
export function judgeEfficiency(item: CodingPart, runs: Runs, reference: Runs): Efficiency | undefined {
  const { efficiency } = item.key;
  if (efficiency === undefined) return undefined;
  const { group, at_most } = efficiency;
  const tests = meteredTests(item);
  const [fuel, allowance] = [fuelOf(tests, runs), fuelOf(tests, reference)];
  const fits = compare(fuel, multiply(exact(at_most), allowance)) <= 0;
  const ratio = isZero(allowance) ? null : figure(divide(fuel, allowance));
  const data = { group, fuel: figure(fuel, 0), reference_fuel: figure(allowance, 0), ratio, at_most };
  const text = `The tests of "${group}" took ${data.fuel} steps, ${ratio ?? "many"} times the reference's ${data.reference_fuel}; up to ${at_most} times is allowed.`;
  return { group, fits, line: line(fits ? "efficiency_met" : "efficiency_missed", text, data) };
}

const fuelOf = (tests: readonly CodingTest[], runs: Runs): Exact =>
  sum(tests.map(({ id }) => exact(BigInt(runs.get(id)?.fuel ?? 0))));

/** Without the reference's steps nothing can be compared: our fault. */
export function unmetered(item: CodingPart, reference: Runs): Marking | undefined {
  const missing = meteredTests(item).find(({ id }) => !["ok", "threw"].includes(reference.get(id)?.outcome ?? ""));
  return missing && notGradable("the reference wasn't run", { test: missing.id });
}

export function checkEfficiency(item: CodingPart): Violation[] {
  const { efficiency } = item.key;
  if (efficiency === undefined) return [];
  const path = "key.efficiency";
  return [
    ...(meteredTests(item).length > 0
      ? []
      : [
          {
            path: `${path}.group`,
            message: `no test is of the group "${efficiency.group}"`,
            remedy: "name one of them",
          },
        ]),
    ...(compare(exact(efficiency.at_most), exact("1")) >= 0
      ? []
      : [{ path: `${path}.at_most`, message: "the reference itself would fail", remedy: "write 1 or more" }]),
    ...(item.languages.includes(efficiency.slow.language)
      ? []
      : [{ path: `${path}.slow.language`, message: "this language isn't on offer", remedy: "offer it in languages" }]),
  ];
}

/** The slow program is right in everything but its steps. */
export function efficiencyProofs(item: CodingPart, pointsWithout: (group: string) => string): Proof[] {
  const { efficiency } = item.key;
  if (efficiency === undefined) return [];
  const points = pointsWithout(efficiency.group);
  return [{ name: "slow program", path: "key.efficiency.slow", answer: efficiency.slow, expects: { points } }];
}
