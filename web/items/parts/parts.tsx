import type { FieldKind } from "../field.ts";
import { PartList, type PartsValue, type PartsView, sayParts } from "../part-list.tsx";

export const parts: FieldKind<PartsView, PartsValue> = { Field: PartList, say: sayParts };
