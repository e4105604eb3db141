import { formsOf } from "#shared/domain/playbook/placed-items.ts";
import { isPool } from "#shared/domain/playbook/presented.ts";
import type { Book, Entry } from "./book.ts";

/** Figures here are for the eye: how much of the assessment is what, never what somebody scored. */
export type SectionRow = {
  id: string;
  title: string;
  minutes: number;
  /** How many items each session asks. */
  asked: number;
  points: number;
  /** The titles of the categories that it is evidence for. */
  categories: string[];
  /** How many of the 100 points of the score hang on it. */
  worth: number;
};

export type CategoryRow = {
  id: string;
  title: string;
  description: string;
  weight: number;
  /** How much of the weight comes from the assessment and from the interview. */
  assessment: number;
  interview: number;
};

export const categoryRows = ({ categories }: Book): CategoryRow[] =>
  categories.map(({ id, title, description = "", weight, assessment_share }) => {
    const assessment = Number(weight) * Number(assessment_share);
    return { id, title, description, weight: Number(weight), assessment, interview: Number(weight) - assessment };
  });

/** The points that a section gives to one category. */
type Evidence = { section: string; category: string; points: number };

export function sectionRows(book: Book): SectionRow[] {
  const evidence = evidenceOf(book);
  const totals = Map.groupBy(evidence, ({ category }) => category);
  const worthOf = ({ category, points }: Evidence): number => {
    const found = categoryRows(book).find(({ id }) => id === category);
    return found ? (found.assessment * points) / sumOf(totals.get(category) ?? []) : 0;
  };
  return book.sections.map(({ id, title, minutes, items }) => {
    const own = evidence.filter(({ section }) => section === id);
    return {
      ...{ id, title, minutes: Number(minutes) },
      asked: items.reduce((count, entry) => count + askedOf(entry), 0),
      points: items.reduce((points, entry) => points + pointsOf(entry), 0),
      categories: [...new Set(own.map(({ category }) => titleOf(book, category)))],
      worth: own.reduce((worth, each) => worth + worthOf(each), 0),
    };
  });
}

const sumOf = (evidence: readonly Evidence[]): number => evidence.reduce((sum, { points }) => sum + points, 0);

/** How many items of an entry each session asks. */
export const askedOf = (entry: Entry): number => (isPool(entry) ? entry.draw : 1);

/** What an entry is worth: all forms of an item have the same points. */
export function pointsOf(entry: Entry): number {
  const [form] = formsOf({ entry, path: "" });
  return askedOf(entry) * Number(form?.item.points ?? 0);
}

const evidenceOf = ({ sections }: Book): Evidence[] =>
  sections.flatMap(({ id: section, category, items }) =>
    items.flatMap((entry) => {
      const shares = formsOf({ entry, path: "" })[0]?.item.shares ?? [{ category: category ?? "", share: "1" }];
      return shares.map((share) => ({
        section,
        category: share.category,
        points: pointsOf(entry) * Number(share.share),
      }));
    }),
  );

/** What people read in place of a category's id. */
export const titleOf = ({ categories }: Book, category: string): string =>
  categories.find(({ id }) => id === category)?.title ?? category;
