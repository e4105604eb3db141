import type { FieldKind, FieldView } from "../field.ts";
import { TextArea } from "../text-area.tsx";

/** An explanation in a sentence or two. */
export const concepts: FieldKind<FieldView, string> = {
  Field: (props) => <TextArea {...props} rows={3} />,
  say: (_view, value) => value,
};
