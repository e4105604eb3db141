import type { NumericItem } from "#shared/domain/grading/numeric/schema.ts";
import type { FieldKind, FieldView } from "../field.ts";
import { TextLine } from "../text-line.tsx";

type View = FieldView & Pick<NumericItem, "hint">;

export const numeric: FieldKind<View, string> = {
  Field: (props) => <TextLine {...props} numeric />,
  say: (_view, value) => value,
};
