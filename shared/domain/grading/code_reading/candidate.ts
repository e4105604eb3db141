import type { Json } from "../../foundation/json.ts";
import { type CandidateSide, commonView } from "../candidate-side.ts";
import { type PartAnswers, parsePartAnswers } from "../composite.ts";
import { conceptsCandidate } from "../concepts/candidate.ts";
import type { ItemBase } from "../contract.ts";
import { numericCandidate } from "../numeric/candidate.ts";
import { shortTextCandidate } from "../short_text/candidate.ts";
import type { CodeQuestion, CodeReadingPart } from "./schema.ts";

const sides = { concepts: conceptsCandidate, short_text: shortTextCandidate, numeric: numericCandidate } as const;
const sideOf = (part: CodeQuestion): CandidateSide<ItemBase, Json> => sides[part.type];

/** What the candidate's page may know of a code reading: the code and the questions. */
export const codeReadingCandidate: CandidateSide<CodeReadingPart, PartAnswers> = {
  view: (item) => ({
    ...commonView(item),
    snippet: { language: item.snippet.language, source: item.snippet.source },
    parts: item.parts.map((part) => sideOf(part).view(part)),
  }),
  parseAnswer: (item, value) => parsePartAnswers(item, value, sideOf),
};
