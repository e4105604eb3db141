import { compare, type Exact, exact, exactText, sum } from "../../foundation/exact.ts";
import type { Violation } from "../../foundation/refusal.ts";
import type { AnyItem } from "../../grading/schemas.ts";
import type { AuthoredPlaybook } from "../schema.ts";

/** One theme of invariants: every violation of it, in the playbook's order. */
export type Rule = (playbook: AuthoredPlaybook<AnyItem>) => Violation[];

/** A list with a violation, or without one where the condition holds. */
export const unless = (holds: boolean, violation: Violation): Violation[] => (holds ? [] : [violation]);

export const isPositive = (decimal: string): boolean => compare(exact(decimal), exact(0n)) > 0;
export const isBetween = (decimal: string, low: string, high: string): boolean =>
  compare(exact(decimal), exact(low)) >= 0 && compare(exact(decimal), exact(high)) <= 0;

/** A violation where the decimals don't sum to exactly `total`. */
export function sumsTo(decimals: readonly string[], total: string, about: { path: string; what: string }): Violation[] {
  const found = sum(decimals.map((decimal) => exact(decimal)));
  return unless(compare(found, exact(total)) === 0, {
    path: about.path,
    message: `${about.what} sum to ${exactText(found)}, not ${total}`,
    remedy: `change them by ${exactText(difference(exact(total), found))} together`,
  });
}

const difference = (a: Exact, b: Exact): Exact => sum([a, { ...b, numerator: -b.numerator }]);

/** A violation for every name that is not among the known ones. */
export function namesExisting(
  kind: string,
  known: readonly string[],
  named: { path: string; name: string }[],
): Violation[] {
  return named
    .filter(({ name }) => !known.includes(name))
    .map(({ path, name }) => ({
      path,
      message: `there is no ${kind} "${name}"`,
      remedy: known.length > 0 ? `name one of ${known.join(", ")}, or add it` : `add a ${kind} of this id`,
    }));
}

export const categoryIds = (playbook: AuthoredPlaybook<AnyItem>): string[] => playbook.categories.map(({ id }) => id);
