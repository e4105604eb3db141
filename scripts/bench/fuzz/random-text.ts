import * as fc from "fast-check";

/** Words in any order: what a parser has to stand. */
export const soup = (words: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 60 }).map((picked) => picked.join(" "));

/** The beginning of one text, the end of another and perhaps a stretch twice: what a program has to stand. */
export function spliced(texts: readonly string[]): fc.Arbitrary<string> {
  const cut = fc.record({ text: fc.constantFrom(...texts), at: fc.double({ min: 0, max: 1, noNaN: true }) });
  return fc.tuple(cut, cut, fc.nat({ max: 3 })).map(([first, second, times]) => {
    const head = first.text.slice(0, Math.round(first.at * first.text.length));
    const tail = second.text.slice(Math.round(second.at * second.text.length));
    return head + tail.slice(0, 40).repeat(times) + tail;
  });
}
