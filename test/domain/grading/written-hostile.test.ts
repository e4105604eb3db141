import { describe, expect, test } from "vitest";
import { resolvePlaybook } from "#scripts/playbook/load.ts";
import { gradeItem } from "#shared/domain/grading/registry.ts";

const { playbook } = resolvePlaybook("back-end-developer");
const email = playbook.sections.flatMap(({ items }) => items).find(({ id }) => id === "delay-email")!;
const size = 65_536;

/** Processor time in milliseconds. */
function timeToGrade(answer: string): number {
  const before = process.cpuUsage();
  gradeItem({ item: email, section: "soft-skills", answer, observations: [] });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe("64 KB made of the words that the largest shipped rubric looks for", () => {
  test.each([
    "customers may still be charged twice until Thursday ",
    "not today, ",
    "because the shop sends ",
    "Ravi will test. ",
    "we ",
    "A ",
    "maybe Thursday ",
    "Sam's fault should have ",
    "der die das ",
    "hi regards ",
    "Ana ",
  ])("are graded in time that grows no faster than the text: %j", (unit) => {
    const text = (length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
    timeToGrade(text(size / 8));
    expect(timeToGrade(text(size))).toBeLessThan(1500);
  });
});
