import { itemSchema } from "#shared/domain/grading/schemas.ts";
import type { WrittenItem } from "#shared/domain/grading/written/schema.ts";

/** A written task of two criteria, a point each: `delay` (says "late") and `cause` (says "because"). */
export function writtenItem(id = "note"): WrittenItem {
  const criterion = (name: string, phrase: string) => ({
    id: name,
    title: `The ${name}`,
    kind: "content",
    points: "1",
    checks: [{ id: name, title: `Says the ${name}`, check: "idea", any_of: [phrase] }],
  });
  const reference = "The parcel is late because of the snow.";
  const rubric = { criteria: [criterion("delay", "late"), criterion("cause", "because")], reference };
  const item = itemSchema.parse({ id, type: "written", title: "A note", points: "2", prompt: "Tell Bo.", rubric });
  if (item.type !== "written") throw new TypeError("not a written task");
  return item;
}
