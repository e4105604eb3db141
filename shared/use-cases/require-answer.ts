import type { Json } from "../domain/foundation/json.ts";
import { Refusal } from "../domain/foundation/refusal.ts";
import { parseAnswer } from "../domain/grading/candidate-sides.ts";
import type { ItemBase } from "../domain/grading/contract.ts";

/** @throws Refusal `invalid_answer` with every violation, where `value` is neither an answer to the item nor null */
export function requireAnswer(item: ItemBase, value: Json): Json {
  const parsed = parseAnswer(item, value);
  if ("answer" in parsed) return parsed.answer;
  const violations = parsed.violations.map(({ path, ...rest }) => ({ ...rest, path: pathInBody(path) }));
  throw new Refusal("invalid_answer", "The value is no answer to this item.", { violations });
}

/** Types name paths inside the value; the caller's body holds it as `value`. */
const pathInBody = (path: string): string => (path === "" || path.startsWith("[") ? `value${path}` : `value.${path}`);
