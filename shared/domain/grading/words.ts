const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * How many words a text has, by the one rule that the page's counter and the graders share:
 * a word is what stands between white space and holds at least one letter or digit.
 */
export const wordCount = (text: string): number =>
  text.split(/\s+/).filter((chunk) => LETTER_OR_DIGIT.test(chunk)).length;
