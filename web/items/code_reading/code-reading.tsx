import type { CodeReadingItem } from "#shared/domain/grading/code_reading/schema.ts";
import { CodeBlock } from "#web/shared/prose.tsx";
import type { FieldKind } from "../field.ts";
import { partKinds } from "../part-kinds.ts";
import { type PartsValue, type PartsView, partsOf } from "../part-list.tsx";

type View = PartsView & { snippet: Pick<CodeReadingItem["snippet"], "language" | "source"> };

export const codeReading: FieldKind<View, PartsValue> = {
  Material: ({ view }) => <CodeBlock text={view.snippet.source} label="The code to read" />,
  ...partsOf<View>(partKinds),
};
