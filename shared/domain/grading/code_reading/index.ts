import type { Json } from "../../foundation/json.ts";
import type { Violation } from "../../foundation/refusal.ts";
import { checkParts, gradeParts, type PartAnswers, proveParts, referenceParts } from "../composite.ts";
import { concepts } from "../concepts/index.ts";
import type { ItemType, Proof } from "../contract.ts";
import { commonProofs } from "../marking.ts";
import { numeric } from "../numeric/index.ts";
import { shortText } from "../short_text/index.ts";
import { codeReadingCandidate } from "./candidate.ts";
import type { CodeQuestion, CodeReadingPart } from "./schema.ts";

const types = { concepts, short_text: shortText, numeric } as const;
const typeOf = (part: CodeQuestion): ItemType => types[part.type];

/** Questions about a piece of code, each a part with its own key. */
export const codeReading: ItemType<CodeReadingPart, PartAnswers> = {
  type: "code_reading",
  grader: "code_reading/1",
  ...codeReadingCandidate,
  jobs: () => [],
  grade: (item, answer) => gradeParts(item, { answers: answer, observations: [] }, typeOf),
  check: (item) => [...checkParts(item, typeOf), ...item.snippet.runs.flatMap((_, index) => checkRun(item, index))],
  proofs: (item) => [
    ...commonProofs(item, codeReading.referenceAnswer(item), "parts"),
    ...proveParts(item, typeOf),
    ...item.snippet.runs.map((_, index) => proveRun(item, index)),
  ],
  referenceAnswer: (item) => referenceParts(item, typeOf),
};

function checkRun({ parts, snippet }: CodeReadingPart, index: number): Violation[] {
  const run = snippet.runs[index]!;
  const path = `snippet.runs[${index}]`;
  const stray = parts.every(({ id }) => id !== run.part);
  const runnable = snippet.language === "javascript" || snippet.language === "typescript";
  return [
    ...(stray
      ? [{ path: `${path}.part`, message: `there is no part "${run.part}"`, remedy: "name one of the parts" }]
      : []),
    ...(runnable ? [] : [{ path, message: `${snippet.language} can't be run`, remedy: "remove the run" }]),
    ...((run.prints === undefined) === (run.throws === undefined)
      ? [{ path, message: "a run claims either what is printed or what is thrown", remedy: "write one of the two" }]
      : []),
  ];
}

/** What a run shows, given as the part's answer, scores full points. */
function proveRun(item: CodeReadingPart, index: number): Proof {
  const { part, prints, throws } = item.snippet.runs[index]!;
  const answer = { ...(codeReading.referenceAnswer(item) as { [part: string]: Json }), [part]: prints ?? throws ?? "" };
  const name = `what the code does, given as the answer to "${part}"`;
  return { name, path: `snippet.runs[${index}]`, answer, expects: { points: item.points } };
}
