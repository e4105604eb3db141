import { exact, fraction, multiply, ZERO } from "../../foundation/exact.ts";
import type { Violation } from "../../foundation/refusal.ts";
import type { ItemType, WorkingLine } from "../contract.ts";
import { commonProofs, graded, line, needsReview, ofPoints, unanswered } from "../marking.ts";
import { spanOf } from "../phrases.ts";
import { isBlank } from "../text.ts";
import { tokenize } from "../tokens.ts";
import { conceptsCandidate } from "./candidate.ts";
import { type ConceptFinding, type Explanation, findConcepts } from "./match.ts";
import type { ConceptsPart } from "./schema.ts";

/** An explanation in a sentence or two: all ideas for full points, at least one for half. */
export const concepts: ItemType<ConceptsPart, string> = {
  type: "concepts",
  grader: "concepts/1",
  ...conceptsCandidate,
  jobs: () => [],
  grade(item, answer) {
    if (answer === null || isBlank(answer)) return unanswered();
    const explanation = findConcepts(answer, item.key.concepts);
    const said = explanation.findings.filter(({ state }) => state === "met" || state === "doubtful").length;
    const points = multiply(exact(item.points), shareOf(said, item.key.concepts.length));
    const summary = `${said} of ${item.key.concepts.length} ideas named: ${ofPoints(points, item.points)}.`;
    const working = [
      ...item.key.concepts.map(({ name }, index) => findingLine(name, explanation, { index, answer })),
      line("concepts", summary, { said, concepts: item.key.concepts.length }, points),
    ];
    const doubtful = explanation.findings.some(({ state }) => state === "doubtful");
    return doubtful ? needsReview(points, working) : graded(points, working);
  },
  check: ({ key }) =>
    key.concepts.flatMap(({ phrases }, index) => checkPhrases(`key.concepts[${index}].phrases`, phrases)),
  proofs: (item) => commonProofs(item, item.key.reference),
  referenceAnswer: ({ key }) => key.reference,
};

const shareOf = (said: number, all: number) => (said === 0 ? ZERO : said === all ? exact(1) : fraction(1n, 2n));

const FINDING_TEXT: { [State in ConceptFinding["state"]]: (name: string, quote: string) => string } = {
  met: (name, quote) => `Names "${name}": "${quote}".`,
  doubtful: (name, quote) => `Names "${name}", with "${quote}" beside it: a person looks.`,
  contradicted: (name, quote) => `Contradicts "${name}": "${quote}".`,
  absent: (name) => `Doesn't name "${name}".`,
};

function findingLine(
  name: string,
  { tokens, findings }: Explanation,
  { index, answer }: { index: number; answer: string },
): WorkingLine {
  const finding = findings[index]!;
  if (finding.state === "absent") return line("concept_absent", FINDING_TEXT.absent(name, ""), { concept: name });
  const span = spanOf(tokens, finding.by);
  const quote = answer.slice(span.start, span.end);
  const data = { concept: name, phrase: finding.by.phrase, quote, ...span };
  return line(`concept_${finding.state}`, FINDING_TEXT[finding.state](name, quote), data);
}

const checkPhrases = (path: string, phrases: readonly string[]): Violation[] =>
  phrases.flatMap((phrase, index) =>
    tokenize(phrase).length > 0
      ? []
      : [{ path: `${path}[${index}]`, message: `"${phrase}" has no word to look for`, remedy: "write words" }],
  );
