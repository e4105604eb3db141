import type { Json } from "../../foundation/json.ts";
import { bestWorstCandidate } from "../best_worst/candidate.ts";
import { type CandidateSide, commonView } from "../candidate-side.ts";
import { codeReadingCandidate } from "../code_reading/candidate.ts";
import { codingCandidate } from "../coding/candidate.ts";
import { answerTo, type PartAnswers, parsePartAnswers } from "../composite.ts";
import { conceptsCandidate } from "../concepts/candidate.ts";
import type { ItemBase } from "../contract.ts";
import { matchingCandidate } from "../matching/candidate.ts";
import { multiSelectCandidate } from "../multi_select/candidate.ts";
import { numericCandidate } from "../numeric/candidate.ts";
import { rankingCandidate } from "../ranking/candidate.ts";
import type { SandboxJob } from "../sandbox.ts";
import { shortTextCandidate } from "../short_text/candidate.ts";
import { singleChoiceCandidate } from "../single_choice/candidate.ts";
import { sqlCandidate } from "../sql/candidate.ts";
import { writtenCandidate } from "../written/candidate.ts";
import type { Part, PartsItem } from "./schema.ts";

const sides = {
  numeric: numericCandidate,
  short_text: shortTextCandidate,
  concepts: conceptsCandidate,
  single_choice: singleChoiceCandidate,
  multi_select: multiSelectCandidate,
  best_worst: bestWorstCandidate,
  ranking: rankingCandidate,
  matching: matchingCandidate,
  written: writtenCandidate,
  code_reading: codeReadingCandidate,
  coding: codingCandidate,
  sql: sqlCandidate,
} as const;
const sideOf = (part: Part): CandidateSide<ItemBase, Json> => sides[part.type];

/** What the candidate's page may know of an item of parts: each part's own view. */
export const partsCandidate: CandidateSide<PartsItem, PartAnswers> = {
  view: (item) => ({ ...commonView(item), parts: item.parts.map((part) => sideOf(part).view(part)) }),
  parseAnswer: (item, value) => parsePartAnswers(item, value, sideOf),
  exampleJobs: (item, answers) => exampleParts(item, answers).flatMap(({ jobs }) => jobs),
};

/** The answered parts that have examples to run, with their jobs, in the item's order. */
export const exampleParts = (item: PartsItem, answers: PartAnswers): { part: Part; jobs: SandboxJob[] }[] =>
  item.parts
    .map((part) => {
      const answer = answerTo(part, answers);
      return { part, jobs: answer === null ? [] : (sideOf(part).exampleJobs?.(part, answer) ?? []) };
    })
    .filter(({ jobs }) => jobs.length > 0);
