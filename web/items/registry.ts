import type { Json } from "#shared/domain/foundation/json.ts";
import { codeReading } from "./code_reading/code-reading.tsx";
import { coding } from "./coding/coding.tsx";
import type { FieldView } from "./field.ts";
import { type AnyKind, kindIn, partKinds, sayIn } from "./part-kinds.ts";
import { parts } from "./parts/parts.tsx";
import { sql } from "./sql/sql.tsx";

/** How each item type is drawn. */
export const itemKinds = { ...partKinds, code_reading: codeReading, parts, coding, sql };

export const itemKind = (type: string): AnyKind => kindIn(itemKinds, type);

export const sayAnswer = (view: FieldView, value: Json): string => sayIn(itemKinds, view, value);
