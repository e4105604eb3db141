import type { Json } from "../foundation/json.ts";
import type { Violation } from "../foundation/refusal.ts";
import { bestWorstCandidate } from "./best_worst/candidate.ts";
import type { CandidateSide } from "./candidate-side.ts";
import { codeReadingCandidate } from "./code_reading/candidate.ts";
import { codingCandidate } from "./coding/candidate.ts";
import type { CandidateItem, ItemBase } from "./contract.ts";
import { matchingCandidate } from "./matching/candidate.ts";
import { multiSelectCandidate } from "./multi_select/candidate.ts";
import { numericCandidate } from "./numeric/candidate.ts";
import { partsCandidate } from "./parts/candidate.ts";
import { rankingCandidate } from "./ranking/candidate.ts";
import type { SandboxJob } from "./sandbox.ts";
import type { AnyItem } from "./schemas.ts";
import { shortTextCandidate } from "./short_text/candidate.ts";
import { singleChoiceCandidate } from "./single_choice/candidate.ts";
import { sqlCandidate } from "./sql/candidate.ts";
import { writtenCandidate } from "./written/candidate.ts";

/** What the candidate's function knows of each item type: views and parsing, no grader and no schema. */
const candidateSides = {
  numeric: numericCandidate,
  short_text: shortTextCandidate,
  single_choice: singleChoiceCandidate,
  multi_select: multiSelectCandidate,
  best_worst: bestWorstCandidate,
  ranking: rankingCandidate,
  matching: matchingCandidate,
  code_reading: codeReadingCandidate,
  parts: partsCandidate,
  coding: codingCandidate,
  sql: sqlCandidate,
  written: writtenCandidate,
} satisfies { [Type in AnyItem["type"]]: CandidateSide<Extract<AnyItem, { type: Type }>, Json> };

/** The candidate's side of an item's type. @throws TypeError when there is no such type. */
function candidateSideOf(item: ItemBase): CandidateSide<ItemBase, Json> {
  const sides: { [type: string]: CandidateSide<ItemBase, Json> } = candidateSides;
  const side = Object.hasOwn(sides, item.type) ? sides[item.type] : undefined;
  if (!side) throw new TypeError(`there is no item type ${item.type}`);
  return side;
}

/** The item as the candidate's page gets it: no key, rubric, hidden test or specimen. */
export const candidateItem = (item: ItemBase): CandidateItem => candidateSideOf(item).view(item);

/**
 * Whether a value is an answer to the item; `null` (cleared) is.
 *
 * @returns the value as it is stored, or the violations, with paths inside the value.
 */
export function parseAnswer(item: ItemBase, value: unknown): { answer: Json } | { violations: Violation[] } {
  if (value === null) return { answer: null };
  return candidateSideOf(item).parseAnswer(item, value);
}

/** What "run" in the candidate's page runs: shown examples only; nothing where the type or the answer gives none. */
export function exampleJobsOf(item: ItemBase, answer: Json): SandboxJob[] {
  const side = candidateSideOf(item);
  if (!side.exampleJobs || answer === null) return [];
  const parsed = side.parseAnswer(item, answer);
  return "answer" in parsed ? side.exampleJobs(item, parsed.answer) : [];
}
