import { compare, exact } from "../../foundation/exact.ts";
import type { Violation } from "../../foundation/refusal.ts";
import type { AnyItem } from "../../grading/schemas.ts";
import { type ScoredItem, scoredItems } from "../placed-items.ts";
import type { AuthoredPlaybook, Category } from "../schema.ts";
import { categoryIds, isBetween, isPositive, namesExisting, type Rule, sumsTo, unless } from "./rule.ts";

/** Every item and question counts somewhere, and every category has the evidence its share asks for. */
export const checkEvidence: Rule = (playbook) => [
  ...namesExisting("category", categoryIds(playbook), namedCategories(playbook)),
  ...scoredItems(playbook).flatMap((placed) => itemShares(playbook, placed)),
  ...playbook.categories.flatMap((category, index) => [
    ...unless(isBetween(category.assessment_share, "0", "1"), {
      path: `categories[${index}].assessment_share`,
      message: `${category.assessment_share} is no share`,
      remedy: "write a number from 0 to 1",
    }),
    ...categoryEvidence(playbook, category, `categories[${index}]`),
  ]),
];

function namedCategories(playbook: AuthoredPlaybook<AnyItem>): { path: string; name: string }[] {
  const sections = playbook.sections.flatMap(({ category }, index) =>
    category === undefined ? [] : [{ path: `sections[${index}].category`, name: category }],
  );
  const shares = scoredItems(playbook).flatMap(({ item, path }) =>
    (item.shares ?? []).map(({ category }, index) => ({ path: `${path}.shares[${index}].category`, name: category })),
  );
  const questions = playbook.interview.questions.map(({ category }, index) => ({
    path: `interview.questions[${index}].category`,
    name: category,
  }));
  return [...sections, ...shares, ...questions];
}

function itemShares(playbook: AuthoredPlaybook<AnyItem>, { item, path, section }: ScoredItem): Violation[] {
  if (!item.shares) {
    return unless(playbook.sections[section]!.category !== undefined, {
      path,
      message: `"${item.id}" counts for no category`,
      remedy: "name the section's category, or give the item shares",
    });
  }
  const shares = item.shares.map(({ share }) => share);
  return [
    ...sumsTo(shares, "1", { path: `${path}.shares`, what: "the shares" }),
    ...shares.flatMap((share, index) =>
      unless(isPositive(share), {
        path: `${path}.shares[${index}].share`,
        message: `${share} is not above 0`,
        remedy: "remove a share that doesn't count",
      }),
    ),
  ];
}

function categoryEvidence(playbook: AuthoredPlaybook<AnyItem>, category: Category, path: string): Violation[] {
  const items = assessmentEvidence(playbook).has(category.id);
  const questions = playbook.interview.questions.some((question) => question.category === category.id);
  if (!items && !questions) {
    return [
      {
        path,
        message: `"${category.id}" has no evidence at all`,
        remedy: "link a section, an item or a question to it",
      },
    ];
  }
  const share = exact(category.assessment_share);
  return [
    ...agrees(items, compare(share, exact("0")) > 0, {
      path,
      from: "the assessment",
      none: "0",
      whole: "a section or an item",
    }),
    ...agrees(questions, compare(share, exact("1")) < 0, {
      path,
      from: "the interview",
      none: "1",
      whole: "a question",
    }),
  ];
}

/** The categories that some item is evidence for. */
export const assessmentEvidence = (playbook: AuthoredPlaybook<AnyItem>): ReadonlySet<string> =>
  new Set(
    scoredItems(playbook).flatMap(
      ({ item, section }) => item.shares?.map(({ category }) => category) ?? playbook.sections[section]!.category ?? [],
    ),
  );

function agrees(
  found: boolean,
  counted: boolean,
  about: { path: string; from: string; none: string; whole: string },
): Violation[] {
  if (found === counted) return [];
  const path = `${about.path}.assessment_share`;
  return found
    ? [
        {
          path,
          message: `evidence from ${about.from} would never count`,
          remedy: `choose a share other than ${about.none}`,
        },
      ]
    : [
        {
          path,
          message: `there is no evidence from ${about.from}`,
          remedy: `write ${about.none}, or link ${about.whole}`,
        },
      ];
}
