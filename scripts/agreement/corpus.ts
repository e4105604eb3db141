import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import * as z from "zod/mini";

/** Rubrics are tuned on one half of the answers; agreement is reported on the other. */
export type Half = "tune" | "held-out";

/** The written tasks with marked answers, and the shipped playbook that each is an item of. */
export const MESSAGES = {
  "delay-email": "back-end-developer",
  "contrast-note": "front-end-developer",
  "held-back": "data-entry-clerk",
} as const;
export type Message = keyof typeof MESSAGES;

/** The code readings with marked explanations, the shipped playbook of each, and the parts that are explained. */
export const EXPLANATIONS = {
  "calculate-total": { playbook: "back-end-developer", parts: ["fault", "as_written"] },
  "event-order": { playbook: "front-end-developer", parts: ["timer"] },
  "icon-button": { playbook: "front-end-developer", parts: ["keyboard", "name"] },
} as const;
export type Explained = keyof typeof EXPLANATIONS;
/** A part of a code reading that is explained in a sentence or two. */
export type Explanation = { item: Explained; part: string };
export const explanations: Explanation[] = (Object.keys(EXPLANATIONS) as Explained[]).flatMap((item) =>
  EXPLANATIONS[item].parts.map((part) => ({ item, part })),
);

const points = z.number();
const markedAnswer = z.strictObject({
  id: z.string(),
  marks: z.record(z.string(), points),
  missed: z.union([z.literal("all"), z.array(z.string())]),
  answer: z.string(),
});
const markedExplanation = z.strictObject({ points, answer: z.string() });

/** A written answer with the author's marks: points by criterion, and the checks it doesn't meet. */
export type MarkedAnswer = z.infer<typeof markedAnswer> & { kind: string };
/** A short explanation with the author's points. */
export type MarkedExplanation = z.infer<typeof markedExplanation> & { kind: string };

const folder = new URL("../../test/golden/written/", import.meta.url);
const read = (path: string): unknown => parse(readFileSync(fileURLToPath(new URL(path, folder)), "utf8"));

/** The marked answers to a shipped written task. */
export function markedAnswers(message: Message, half: Half): MarkedAnswer[] {
  const files = readdirSync(new URL(`${message}/`, folder)).sort();
  const all = files.flatMap((file) => {
    const kind = file.replace(/\.yaml$/, "");
    return z.parse(z.array(markedAnswer), read(`${message}/${file}`)).map((each) => ({ ...each, kind }));
  });
  return halfOf(half, all, ({ id }) => id);
}

/** The marked answers to a part of a shipped code reading. */
export function markedExplanations({ item, part }: Explanation, half: Half): MarkedExplanation[] {
  const kinds = z.parse(z.record(z.string(), z.array(markedExplanation)), read(`${item}/${part}.yaml`));
  const all = Object.entries(kinds).flatMap(([kind, answers]) => answers.map((each) => ({ ...each, kind })));
  return halfOf(half, all, ({ answer }) => answer);
}

/** Every other answer, sorted by kind and by a digest that nobody chose: each kind is in both halves. */
function halfOf<Marked extends { kind: string }>(
  half: Half,
  all: Marked[],
  nameOf: (each: Marked) => string,
): Marked[] {
  const place = (each: Marked) => `${each.kind} ${createHash("sha256").update(nameOf(each)).digest("hex")}`;
  const sorted = all.map((each) => ({ each, place: place(each) })).sort((a, b) => (a.place < b.place ? -1 : 1));
  return sorted.filter((_, index) => (index % 2 === 0) === (half === "tune")).map(({ each }) => each);
}
