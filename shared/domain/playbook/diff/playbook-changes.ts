import type { Json } from "../../foundation/json.ts";
import { sameJson } from "../../foundation/json.ts";
import type { AnyItem } from "../../grading/schemas.ts";
import type { AuthoredPlaybook } from "../schema.ts";
import { type Change, type Fields, fieldChanges, listChanges } from "./change.ts";
import { entryChanges, formChanges, practiceChanges } from "./item-changes.ts";

type Version = AuthoredPlaybook<AnyItem>;

/** What changed between two versions of a playbook, in the order of its parts. */
export const playbookChanges = (before: Version, after: Version): Change[] => [
  ...fieldChanges({ of: "The playbook", path: "playbook" }, { before, after }, { fields: FRAME, apart: APART }),
  ...categoryChanges(before, after),
  ...sectionChanges(before, after),
  ...entryChanges(before, after),
  ...formChanges(before, after),
  ...practiceChanges(before, after),
  ...interviewChanges(before, after),
  ...gateChanges(before, after),
  ...flagChanges(before, after),
  ...bandChanges(before, after),
  ...fieldChanges(
    { of: "The policy", path: "policy" },
    { before: before.policy, after: after.policy },
    { fields: POLICY },
  ),
];

/** Told part by part, or, as the version's number, not at all. */
const APART = "version format categories sections practice interview gates red_flags bands policy".split(" ");

const FRAME: Fields = {
  title: { area: "texts", effect: "candidates" },
  summary: { area: "texts", effect: "candidates" },
  language: { area: "texts", effect: "candidates" },
  minutes: { area: "minutes", effect: "candidates" },
};

const POLICY: Fields = {
  pause_minutes: { area: "policy", effect: "candidates" },
  share_with_candidate: { area: "policy", effect: "candidates" },
  retention_days: { area: "policy", effect: "candidates" },
  min_raters: { area: "policy", effect: "results" },
};

const CATEGORY: Fields = {
  weight: {
    area: "weights",
    effect: "results",
    says: ({ of, before, after }) => `${of} makes up ${after} % of the score instead of ${before} %.`,
  },
  assessment_share: {
    area: "shares",
    effect: "results",
    says: ({ of, before, after }) => `${of} comes to ${after} from the assessment instead of ${before}.`,
  },
};

const categoryChanges = (before: Version, after: Version): Change[] =>
  listChanges(before.categories, after.categories, {
    area: "weights",
    effect: "results",
    place: ({ id, title }) => ({ of: `The category "${title}"`, path: `categories.${id}` }),
    changed: (pair) =>
      fieldChanges({ of: `The category "${pair.after.title}"`, path: `categories.${pair.after.id}` }, pair, {
        fields: CATEGORY,
      }),
  });

const SECTION: Fields = {
  title: { area: "texts", effect: "candidates" },
  introduction: { area: "texts", effect: "candidates" },
  minutes: {
    area: "minutes",
    effect: "candidates",
    says: ({ of, before, after }) => `${of} takes ${after} minutes instead of ${before}.`,
  },
  category: {
    area: "shares",
    effect: "results",
    says: ({ of, before, after }) => `${of} is evidence for "${after}" instead of "${before}".`,
  },
};

const sectionChanges = (before: Version, after: Version): Change[] =>
  listChanges(before.sections, after.sections, {
    area: "items",
    effect: "results",
    place: ({ id, title }) => ({ of: `The section "${title}"`, path: `sections.${id}` }),
    changed: (pair) =>
      fieldChanges({ of: `The section "${pair.after.title}"`, path: `sections.${pair.after.id}` }, pair, {
        fields: SECTION,
        apart: ["items"],
      }),
    order: { effect: "candidates", says: "The sections come in another order." },
  });

const QUESTION: Fields = {
  weight: {
    area: "interview",
    effect: "results",
    says: ({ of, before, after }) => `${of} counts ${after} instead of ${before} within its category.`,
  },
  category: { area: "interview", effect: "results" },
  whole_interview: { area: "interview", effect: "results" },
  text: { area: "interview", effect: "staff" },
  probes: { area: "interview", effect: "staff" },
  anchors: {
    area: "interview",
    effect: "results",
    says: ({ of }) => `${of} has other anchors: new ratings may differ from those given before.`,
  },
};

function interviewChanges(before: Version, after: Version): Change[] {
  const [was, is] = [before.interview, after.interview];
  const scale = sameJson(was.scale, is.scale)
    ? []
    : [interviewChange(`Ratings go from ${is.scale.min} to ${is.scale.max}.`, was.scale, is.scale)];
  const questions = listChanges(was.questions, is.questions, {
    area: "interview",
    effect: "results",
    place: ({ id }) => ({ of: `The question "${id}"`, path: `interview.${id}` }),
    changed: (pair) =>
      fieldChanges({ of: `The question "${pair.after.id}"`, path: `interview.${pair.after.id}` }, pair, {
        fields: QUESTION,
      }),
    order: { effect: "staff", says: "The questions come in another order." },
  });
  return [...scale, ...questions];
}

const interviewChange = (text: string, before: Json, after: Json): Change => ({
  area: "interview",
  effect: "results",
  path: "interview.scale",
  text,
  before,
  after,
});

const GATE: Fields = {
  effect: { area: "gates", effect: "results" },
  raises: { area: "gates", effect: "results" },
  any_of: {
    area: "gates",
    effect: "results",
    says: ({ of, before, after }) => `${of} fires when ${conditions(after)}, not when ${conditions(before)}.`,
  },
};

type Condition = {
  category?: string;
  figure?: string;
  below?: string;
  item?: string;
  points_below?: string;
  question?: string;
  rating_below?: string;
};

const conditions = (list: Json): string =>
  (list as Condition[])
    .map(({ category, figure, below, item, points_below, question, rating_below }) => {
      if (category !== undefined) return `the ${figure} of "${category}" is below ${below}`;
      if (item !== undefined) return `"${item}" has fewer than ${points_below} points`;
      return `"${question}" is rated below ${rating_below}`;
    })
    .join(" or ");

const gateChanges = (before: Version, after: Version): Change[] =>
  listChanges(before.gates, after.gates, {
    area: "gates",
    effect: "results",
    place: ({ id, effect }) => ({ of: `The gate "${id}" (${effect})`, path: `gates.${id}` }),
    changed: (pair) =>
      fieldChanges({ of: `The gate "${pair.after.id}"`, path: `gates.${pair.after.id}` }, pair, { fields: GATE }),
  });

const FLAG: Fields = { severity: { area: "flags", effect: "results" } };

const flagChanges = (before: Version, after: Version): Change[] =>
  listChanges(before.red_flags, after.red_flags, {
    area: "flags",
    effect: "results",
    place: ({ id, severity }) => ({ of: `The red flag "${id}" (${severity})`, path: `red_flags.${id}` }),
    changed: (pair) =>
      fieldChanges({ of: `The red flag "${pair.after.id}"`, path: `red_flags.${pair.after.id}` }, pair, {
        fields: FLAG,
      }),
  });

function bandChanges({ bands: before }: Version, { bands: after }: Version): Change[] {
  if (sameJson(before, after)) return [];
  const text = `The score recommends: ${bandsText(after)}. Before: ${bandsText(before)}.`;
  return [{ area: "bands", effect: "results", path: "bands", text, before, after }];
}

const bandsText = (bands: Version["bands"]): string =>
  bands.map(({ from, to, recommendation }) => `${recommendation} from ${from} to ${to}`).join(", ");
