import { bestWorst } from "../best_worst/index.ts";
import { codeReading } from "../code_reading/index.ts";
import { coding } from "../coding/index.ts";
import { checkParts, gradeParts, jobsOfParts, type PartAnswers, proveParts, referenceParts } from "../composite.ts";
import { concepts } from "../concepts/index.ts";
import type { ItemType } from "../contract.ts";
import { commonProofs } from "../marking.ts";
import { matching } from "../matching/index.ts";
import { multiSelect } from "../multi_select/index.ts";
import { numeric } from "../numeric/index.ts";
import { ranking } from "../ranking/index.ts";
import { shortText } from "../short_text/index.ts";
import { singleChoice } from "../single_choice/index.ts";
import { sql } from "../sql/index.ts";
import { written } from "../written/index.ts";
import { partsCandidate } from "./candidate.ts";
import type { Part, PartsItem } from "./schema.ts";

const types = {
  numeric,
  short_text: shortText,
  concepts,
  single_choice: singleChoice,
  multi_select: multiSelect,
  best_worst: bestWorst,
  ranking,
  matching,
  written,
  code_reading: codeReading,
  coding,
  sql,
} as const;
const typeOf = (part: Part): ItemType => types[part.type];

/** Several fields in one item, each graded by its own type. */
export const parts: ItemType<PartsItem, PartAnswers> = {
  type: "parts",
  grader: "parts/1",
  ...partsCandidate,
  jobs: (item, answer) => jobsOfParts(item, answer, typeOf),
  grade: (item, answer, observations) => gradeParts(item, { answers: answer, observations }, typeOf),
  check: (item) => checkParts(item, typeOf),
  proofs: (item) => [...commonProofs(item, parts.referenceAnswer(item), "parts"), ...proveParts(item, typeOf)],
  referenceAnswer: (item) => referenceParts(item, typeOf),
};
