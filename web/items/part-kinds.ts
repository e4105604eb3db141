import type { Json } from "#shared/domain/foundation/json.ts";
import { isAnswered } from "./answered.ts";
import { bestWorst } from "./best_worst/best-worst.tsx";
import { concepts } from "./concepts/concepts.tsx";
import type { FieldKind, FieldView } from "./field.ts";
import { matching } from "./matching/matching.tsx";
import { multiSelect } from "./multi_select/multi-select.tsx";
import { numeric } from "./numeric/numeric.tsx";
import { ranking } from "./ranking/ranking.tsx";
import { shortText } from "./short_text/short-text.tsx";
import { singleChoice } from "./single_choice/single-choice.tsx";
import { written } from "./written/written.tsx";

/** How each type is drawn that can stand in a line or two: what every item of parts may hold. */
export const partKinds = {
  numeric,
  short_text: shortText,
  concepts,
  written,
  single_choice: singleChoice,
  multi_select: multiSelect,
  best_worst: bestWorst,
  ranking,
  matching,
};

export type AnyKind = FieldKind<FieldView, Json>;

/** The one place where a type's name becomes its view: the server built the view by the same name. */
export function kindIn(kinds: object, type: string): AnyKind {
  if (!Object.hasOwn(kinds, type)) throw new Error(`This page can't draw questions of the type "${type}".`);
  return (kinds as { [type: string]: unknown })[type] as AnyKind;
}

/** An answer in words, for comparing two versions of it. */
export function sayIn(kinds: object, view: FieldView, value: Json): string {
  return isAnswered(value) ? kindIn(kinds, view.type).say(view, value) : "(empty)";
}
