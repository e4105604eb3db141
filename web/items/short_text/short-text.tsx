import type { ShortTextItem } from "#shared/domain/grading/short_text/schema.ts";
import type { FieldKind, FieldView } from "../field.ts";
import { TextLine } from "../text-line.tsx";

type View = FieldView & Pick<ShortTextItem, "hint">;

export const shortText: FieldKind<View, string> = {
  Field: TextLine,
  say: (_view, value) => value,
};
