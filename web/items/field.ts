import type { ComponentType } from "preact";
import type { ExamplesRun } from "#shared/contracts/shapes/take.ts";
import type { Json } from "#shared/domain/foundation/json.ts";

/** What an item's page and a part's field have in common, as the candidate's view gives it. */
export type FieldView = { id: string; type: string; title: string; points: string; prompt: string };

/** Everything a field needs to be drawn; `value` is null while nothing is answered. */
export type FieldProps<View extends FieldView = FieldView, Value extends Json = Json> = {
  view: View;
  value: Value | null;
  change: (value: Value | null) => void;
  /** Unique on the page; ids of the field's elements begin with it. */
  name: string;
  /** Id of the element that asks the question. */
  labelledBy: string;
  /** Time is over: to be read, not changed. */
  locked: boolean;
  /** Runs an answer on the shown examples; left out where nothing can be run (practice). */
  run?: ((value: Json) => Promise<ExamplesRun>) | undefined;
};

/**
 * How the page treats one item type: what belongs to the question (code to read, tables, examples), the field, and an
 * answer told in words (for a choice between two versions).
 */
export type FieldKind<View extends FieldView, Value extends Json> = {
  Material?: ComponentType<{ view: View }>;
  Field: ComponentType<FieldProps<View, Value>>;
  say(view: View, value: Value): string;
};

export type Option = { id: string; text: string };

/** The text of an option that an answer names. */
export function optionText(options: readonly Option[], id: Json | undefined): string {
  return options.find((option) => option.id === id)?.text ?? "no choice";
}
