import type { WorkingLine } from "../contract.ts";
import { line } from "../marking.ts";
import { list } from "./lexicon.ts";
import { findPlaces, spansOf } from "./places.ts";
import type { Reading } from "./reading.ts";
import type { Phrase } from "./schema.ts";

/** What speaks to whoever grades instead of doing the task; our own list. */
const TO_THE_GRADER = list(`
  grader
  note to the reviewer
  dear reviewer
  rubric
  all criteria
  every criterion
  every check
  all checks
  full points
  full marks
  maximum points
  five points
  five of five
  5 of 5
  5 out of 5
  ignore previous instructions
  ignore all instructions
  ignore the instructions
  this answer should
  this answer fulfil
  this answer meet
  keywords
`);

/** What the guards found: lines of the working, why the whole answer can't be trusted, and whether it can't be read. */
type Guarding = { working: WorkingLine[]; doubt: string | undefined; unread: boolean };

/** What is looked for against gaming, each a line of the working, whether it was found or not. */
export function guardAnswer(reading: Reading, subject: readonly Phrase[] | undefined): Guarding {
  const [to, about] = [findPlaces(reading, TO_THE_GRADER), subject && findPlaces(reading, subject)];
  const spoken = to[0] ? spansOf(reading, to[0]).map(({ start, end }) => reading.text.slice(start, end)) : [];
  const unread = reading.foreign.words * 2 > reading.tokens.length;
  const doubts = [
    ...(to.length > 0 ? ["the answer speaks to its grader"] : []),
    ...(about?.length === 0 ? ["the answer names nothing of the task's matter"] : []),
  ];
  const working = [
    ...wordGuards(reading),
    guard(
      "to_the_grader",
      to.length > 0,
      { quotes: spoken },
      spoken[0] ? `It speaks to its grader: "${spoken[0]}".` : "It doesn't speak to its grader.",
    ),
    guard(
      "other_subject",
      about?.length === 0,
      {},
      about?.length === 0 ? "It names nothing of the task's matter." : "It is about the task's matter.",
    ),
  ];
  return { working, doubt: doubts[0], unread };
}

function wordGuards({ tokens, unusable, fragment, repeatedSentences, foreign }: Reading): WorkingLine[] {
  const count = (why: string) => unusable.filter((each) => each === why).length;
  const fragments = fragment.filter(Boolean).length;
  const languages = foreign.languages.join(", ");
  const [quoted, beyond, words] = [count("quoted"), count("beyond"), foreign.words];
  return [
    guard(
      "keywords",
      fragments > tokens.length / 2,
      { words: fragments },
      `${fragments} of ${tokens.length} words stand in no sentence.`,
    ),
    guard("quoted_prompt", quoted > 0, { words: quoted }, `${quoted} words are quoted from the task.`),
    guard(
      "repetition",
      repeatedSentences > 0,
      { sentences: repeatedSentences },
      `${repeatedSentences} sentences repeat earlier ones.`,
    ),
    guard("length", beyond > 0, { words: beyond }, `${beyond} words are beyond what is read.`),
    guard(
      "other_language",
      words > 0,
      { words, languages: foreign.languages },
      words > 0 ? `${words} words are in another language: ${languages}.` : "It is in one language.",
    ),
  ];
}

const guard = (name: string, found: boolean, data: WorkingLine["data"], text: string): WorkingLine =>
  line(`guard_${name}`, text, { found, ...data });
