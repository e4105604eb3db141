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

/** Reasons not to trust an answer as a whole. */
export type Doubts = {
  /** Why what it seems to say is unclear; undefined where it isn't. */
  claims: string | undefined;
  /** Most of it can't be read: what isn't found may be said all the same. */
  unread: boolean;
};

/** What is looked for against gaming, each a line of the working, whether it was found or not. */
export function guardAnswer(
  reading: Reading,
  subject: readonly Phrase[] | undefined,
): { working: WorkingLine[]; doubts: Doubts } {
  const spoken = spokenToGrader(reading);
  const isElsewhere = subject !== undefined && findPlaces(reading, subject).length === 0;
  const elsewhere = isElsewhere ? "the answer names nothing of the task's matter" : undefined;
  const claims = spoken === undefined ? elsewhere : "the answer speaks to its grader";
  const unread = reading.foreign.words * 2 > reading.tokens.length;
  return {
    working: [...wordGuards(reading), graderGuard(spoken), subjectGuard(isElsewhere)],
    doubts: { claims, unread },
  };
}

function spokenToGrader(reading: Reading): string | undefined {
  const place = findPlaces(reading, TO_THE_GRADER)[0];
  return (
    place &&
    spansOf(reading, place)
      .map(({ start, end }) => reading.text.slice(start, end))
      .join(" … ")
  );
}

const graderGuard = (spoken: string | undefined): WorkingLine =>
  guard("to_the_grader", spoken === undefined ? {} : { quote: spoken }, {
    found: spoken !== undefined,
    text: spoken === undefined ? "It doesn't speak to its grader." : `It speaks to its grader: "${spoken}".`,
  });

const subjectGuard = (found: boolean): WorkingLine =>
  guard("other_subject", {}, { found, text: `It ${found ? "names nothing of" : "is about"} the task's matter.` });

function wordGuards({ tokens, unusable, fragment, repeatedSentences, foreign }: Reading): WorkingLine[] {
  const count = (why: string) => unusable.filter((each) => each === why).length;
  const [quoted, beyond, loose] = [count("quoted"), count("beyond"), fragment.filter(Boolean).length];
  const { words, languages } = foreign;
  const inOthers =
    words === 0 ? "It is in one language" : `${words} words are in another language: ${languages.join(", ")}`;
  return [
    guard(
      "keywords",
      { words: loose },
      {
        found: loose > tokens.length / 2,
        text: `${loose} of ${tokens.length} words stand in no sentence.`,
      },
    ),
    guard("quoted_prompt", { words: quoted }, { found: quoted > 0, text: `${quoted} words are quoted from the task.` }),
    guard(
      "repetition",
      { sentences: repeatedSentences },
      {
        found: repeatedSentences > 0,
        text: `${repeatedSentences} sentences repeat earlier ones.`,
      },
    ),
    guard("length", { words: beyond }, { found: beyond > 0, text: `${beyond} words are beyond what is read.` }),
    guard("other_language", { words, languages }, { found: words > 0, text: `${inOthers}.` }),
  ];
}

const guard = (
  name: string,
  data: WorkingLine["data"],
  { found, text }: { found: boolean; text: string },
): WorkingLine => line(`guard_${name}`, text, { found, ...data });
