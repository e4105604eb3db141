import { codeReading } from "../code_reading/code-reading.tsx";
import { coding } from "../coding/coding.tsx";
import type { FieldKind } from "../field.ts";
import { partKinds } from "../part-kinds.ts";
import { type PartsValue, type PartsView, partsOf } from "../part-list.tsx";
import { sql } from "../sql/sql.tsx";

export const parts: FieldKind<PartsView, PartsValue> = partsOf({
  ...partKinds,
  code_reading: codeReading,
  coding,
  sql,
});
