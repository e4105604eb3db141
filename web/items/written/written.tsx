import type { JSX } from "preact";
import type { WrittenItem } from "#shared/domain/grading/written/schema.ts";
import { counted, countWords } from "#web/shared/words.ts";
import type { FieldKind, FieldProps, FieldView } from "../field.ts";
import { TextArea } from "../text-area.tsx";

type Band = WrittenItem["words"];
type View = FieldView & { words?: Band };

/** Where a count stands against the length asked for, in words. */
export function wordsAgainst(count: number, band: NonNullable<Band>): string {
  if (count < band.min) return `${band.min - count} to go to ${band.min}`;
  if (count > band.max) return `${count - band.max} over ${band.max}`;
  return "within the length asked for";
}

export const written: FieldKind<View, string> = { Field: WrittenField, say: (_view, value) => value };

function WrittenField(props: FieldProps<View, string>): JSX.Element {
  const { view, value, name } = props;
  return (
    <div class="written">
      <TextArea {...props} rows={12} describedBy={`${name}-count`} />
      <WordCount id={`${name}-count`} count={countWords(value ?? "")} band={view.words} />
    </div>
  );
}

function WordCount({ id, count, band }: { id: string; count: number; band: Band }): JSX.Element {
  if (!band) {
    return (
      <p id={id} class="word-count">
        {counted(count, "word")}
      </p>
    );
  }
  const within = count >= band.min && count <= band.max;
  return (
    <div class={within ? "word-count is-within" : "word-count"}>
      <WordBand count={count} band={band} />
      <p id={id}>
        <strong>{counted(count, "word")}</strong> · {wordsAgainst(count, band)} · {band.min} to {band.max} asked for
      </p>
    </div>
  );
}

/** The length asked for as a stretch of a line, and how far the answer has come along it. */
function WordBand({ count, band }: { count: number; band: NonNullable<Band> }): JSX.Element {
  const whole = band.max * 1.25;
  const part = (words: number) => `${Math.min(100, (words / whole) * 100)}%`;
  return (
    <div class="word-band" aria-hidden="true">
      <span class="word-band-asked" style={{ left: part(band.min), width: part(band.max - band.min) }} />
      <span class="word-band-count" style={{ width: part(count) }} />
    </div>
  );
}
