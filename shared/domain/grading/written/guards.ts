import type { WorkingLine } from "../contract.ts";
import { line } from "../marking.ts";
import type { Reading } from "./reading.ts";

/** What was looked for against gaming, each a line of the working, whether it was found or not. */
export function guardLines({ tokens, unusable, fragment, repeatedSentences }: Reading): WorkingLine[] {
  const count = (why: string) => unusable.filter((each) => each === why).length;
  const fragments = fragment.filter(Boolean).length;
  return [
    guard(
      "keywords",
      fragments > tokens.length / 2,
      { words: fragments },
      `${fragments} of ${tokens.length} words stand in no sentence.`,
    ),
    guard(
      "quoted_prompt",
      count("quoted") > 0,
      { words: count("quoted") },
      `${count("quoted")} words are quoted from the task.`,
    ),
    guard(
      "repetition",
      repeatedSentences > 0,
      { sentences: repeatedSentences },
      `${repeatedSentences} sentences repeat earlier ones.`,
    ),
    guard(
      "length",
      count("beyond") > 0,
      { words: count("beyond") },
      `${count("beyond")} words are beyond what is read.`,
    ),
  ];
}

const guard = (name: string, found: boolean, data: { [key: string]: number }, text: string): WorkingLine =>
  line(`guard_${name}`, text, { found, ...data });
