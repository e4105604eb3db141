import { describe, expect, test } from "vitest";
import { resolvePlaybook, shippedPlaybooks } from "#scripts/playbook/load.ts";
import { candidateItem } from "#shared/domain/grading/candidate-sides.ts";
import type { AnyItem } from "#shared/domain/grading/schemas.ts";
import { playbookChanges } from "#shared/domain/playbook/diff/playbook-changes.ts";
import { changesWithoutKeys, withoutKeys } from "#shared/domain/playbook/keyless.ts";
import type { AuthoredPlaybook } from "#shared/domain/playbook/schema.ts";
import { drawingPlaybook } from "#test/builders/drawing-playbook.ts";
import { examplePlaybook } from "#test/builders/example-playbook.ts";

const SECRETS = ["key", "rubric", "specimens", "explanation", "reference", "runs", "groups"];

/** Every name of a member, however deep. */
const namesIn = (value: unknown): string[] =>
  typeof value !== "object" || value === null
    ? []
    : [...(Array.isArray(value) ? [] : Object.keys(value)), ...Object.values(value).flatMap(namesIn)];

const playbooks = [
  ...shippedPlaybooks().map((id) => resolvePlaybook(id).authored),
  drawingPlaybook(),
  examplePlaybook(),
];

describe("a playbook without keys", () => {
  test.each(playbooks)("$id: holds nothing of what is right", (playbook) => {
    const { sections, practice } = withoutKeys(playbook, candidateItem);
    expect(namesIn({ sections, practice }).filter((name) => SECRETS.includes(name))).toEqual([]);
  });

  test.each(playbooks)("$id: keeps every item with its points, and everything else", (playbook) => {
    const { sections, practice, ...rest } = withoutKeys(playbook, candidateItem);
    expect({ ...rest, sections: playbook.sections, practice: playbook.practice }).toEqual(playbook);
    expect(sections.map(({ items }) => items.map(({ id, type }) => [id, type]))).toEqual(
      playbook.sections.map(({ items }) => items.map(({ id, type }) => [id, type])),
    );
  });
});

describe("changes without keys", () => {
  function shown(change: (playbook: AuthoredPlaybook<AnyItem>) => void) {
    const after = examplePlaybook();
    change(after);
    return changesWithoutKeys(playbookChanges(examplePlaybook(), after));
  }
  const tax = ({ sections }: AuthoredPlaybook<AnyItem>) => sections[0]!.items[0]! as { key: object; points: string };

  test("say that a key changed, not how", () => {
    const changes = shown((after) => void Object.assign(tax(after).key, { value: "4711" }));
    expect(changes).toMatchObject([{ area: "keys", effect: "results", text: "tax: its key changed." }]);
    expect(JSON.stringify(changes)).not.toMatch(/4711|38/);
  });

  test("name a new item without its content", () => {
    const changes = shown(
      (after) => void after.sections[1]!.items.push({ ...after.sections[0]!.items[0]!, id: "extra" }),
    );
    expect(changes).toMatchObject([{ text: 'The item "extra" is new.', before: null, after: null }]);
  });

  test("tell everything else whole", () => {
    const change = (after: AuthoredPlaybook<AnyItem>) => {
      tax(after).points = "3";
      after.categories[0]!.weight = "60";
    };
    const after = examplePlaybook();
    change(after);
    expect(shown(change)).toEqual(playbookChanges(examplePlaybook(), after));
  });
});
