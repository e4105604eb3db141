import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Json } from "#shared/domain/foundation/json.ts";
import { type AnyItem, itemSchema } from "#shared/domain/grading/schemas.ts";

/** An item with answers and what each must score, as a recruiter can read them in `test/golden/items`. */
export type Golden = { item: AnyItem; answers: { name?: string; answer: Json; points: string; outcome?: string }[] };

const folder = new URL("../golden/items/", import.meta.url);

export const goldenFiles = (): string[] => readdirSync(folder).filter((name) => name.endsWith(".yaml"));

export const goldenItems = (file: string): Golden[] =>
  (parse(readFileSync(new URL(file, folder), "utf8")) as { item: unknown; answers: Golden["answers"] }[]).map(
    ({ item, answers }) => ({ item: itemSchema.parse(item), answers }),
  );
