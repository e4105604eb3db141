import type { Json } from "#shared/domain/foundation/json.ts";
import { Refusal, type Violation } from "#shared/domain/foundation/refusal.ts";
import { gradeItem, jobsOf, parseAnswer } from "#shared/domain/grading/registry.ts";
import type { AnyItem } from "#shared/domain/grading/schemas.ts";
import { joinPath } from "#shared/domain/playbook/path.ts";
import type { Playbook } from "#shared/domain/playbook/schema.ts";
import type { ItemGrade } from "#shared/domain/scoring/inputs.ts";
import type { Sandbox } from "#shared/ports/sandbox.ts";

type Means = { playbook: Playbook<AnyItem>; sandbox: Sandbox };

/**
 * Grades answers by item id; an item without one, or with `null`, is graded as empty.
 *
 * @throws Refusal `invalid_answer` with a violation for each item that doesn't exist and each value that is no answer
 */
export async function gradeAnswers(means: Means, answers: unknown): Promise<ItemGrade[]> {
  const given = requireAnswers(means.playbook, answers);
  const grades: ItemGrade[] = [];
  for (const section of means.playbook.sections) {
    for (const item of section.items) {
      grades.push(await gradeOne(means, { item, section: section.id }, given[item.id] ?? null));
    }
  }
  return grades;
}

const itemsOf = (playbook: Playbook<AnyItem>): AnyItem[] => playbook.sections.flatMap(({ items }) => items);

function requireAnswers(playbook: Playbook<AnyItem>, answers: unknown): { [item: string]: Json } {
  if (typeof answers !== "object" || answers === null || Array.isArray(answers)) {
    throw new Refusal("invalid_answer", "The file must hold one object: answers by item id.");
  }
  const violations = Object.entries(answers).flatMap(([id, answer]) => answerViolations(playbook, id, answer));
  if (violations.length > 0) {
    throw new Refusal("invalid_answer", `${violations.length} answer(s) can't be graded.`, { violations });
  }
  return answers as { [item: string]: Json };
}

function answerViolations(playbook: Playbook<AnyItem>, id: string, answer: unknown): Violation[] {
  const item = itemsOf(playbook).find((each) => each.id === id);
  if (!item) {
    const known = itemsOf(playbook).map((each) => each.id);
    return [{ path: id, message: `there is no item "${id}"`, remedy: `the items are ${known.join(", ")}` }];
  }
  const parsed = parseAnswer(item, answer);
  if ("answer" in parsed) return [];
  return parsed.violations.map((violation) => ({ ...violation, path: joinPath(id, violation.path) }));
}

async function gradeOne(
  { sandbox }: Means,
  placed: { item: AnyItem; section: string },
  answer: Json,
): Promise<ItemGrade> {
  const observations = await Promise.all(jobsOf(placed.item, answer).map((job) => sandbox.run(job)));
  return gradeItem({ ...placed, answer, observations });
}
