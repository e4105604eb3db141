import type { Violation } from "../../foundation/refusal.ts";
import { candidateItem } from "../../grading/registry.ts";
import { joinPath, pathText, type Steps } from "../path.ts";
import { type PlacedItem, placedItems } from "../placed-items.ts";
import type { Rule } from "./rule.ts";

/** Shorter texts are found by chance: `48` stands in many a prompt. */
const TELLING_LENGTH = 24;
/** The members of an item that only staff may see; whatever else an item has is meant to be shown. */
const SECRET = ["key", "rubric", "explanation", "specimens"];

/** No key, rubric, explanation or specimen stands in what candidates see of an item. */
export const checkKeysHidden: Rule = (playbook) =>
  placedItems(playbook).flatMap((placed) => leaks(placed, secretsOf(placed)));

/** No anchor stands in what candidates see. */
export const checkAnchorsHidden: Rule = (playbook) => {
  const anchors = playbook.interview.questions.flatMap(({ anchors: texts }, index) =>
    textsIn(texts, ["interview", "questions", index, "anchors"]),
  );
  return placedItems(playbook).flatMap((placed) => leaks(placed, anchors));
};

type Secret = { path: string; text: string };

function secretsOf({ item, path }: PlacedItem): Secret[] {
  return secretMembers(item, []).map((secret) => ({ ...secret, path: joinPath(path, secret.path) }));
}

/** The texts below every secret member, at any depth: a part has a key of its own. */
function secretMembers(value: unknown, steps: Steps): Secret[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const inside = [...steps, Array.isArray(value) ? Number(name) : name];
    return SECRET.includes(name) ? textsIn(member, inside) : secretMembers(member, inside);
  });
}

function textsIn(value: unknown, steps: Steps): Secret[] {
  if (typeof value === "string") return [{ path: pathText(steps), text: value.trim() }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    textsIn(member, [...steps, Array.isArray(value) ? Number(name) : name]),
  );
}

function leaks({ item, path }: PlacedItem, secrets: readonly Secret[]): Violation[] {
  const shown = shownTexts(candidateItem(item)).join("\n");
  return secrets
    .filter(({ text }) => text.length >= TELLING_LENGTH && shown.includes(text) && !isShownAnyway(item, text))
    .map((secret) => ({
      path,
      message: `the candidate would see what stands in ${secret.path}`,
      remedy: "take it out of the prompt, the examples or the options",
    }));
}

/** A starter that is also a specimen gives nothing away. */
const isShownAnyway = (item: object, text: string): boolean =>
  "starter" in item && shownTexts(item.starter).some((starter) => starter.trim() === text);

function shownTexts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(shownTexts) : [];
}
