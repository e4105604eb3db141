import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sameJson } from "#shared/domain/foundation/json.ts";
import type { Grade } from "#shared/domain/grading/contract.ts";
import type { AnyItem } from "#shared/domain/grading/schemas.ts";
import type { Bundle } from "#shared/domain/journal/bundle.ts";
import { isWhole } from "#shared/domain/journal/entry.ts";
import { readBundle } from "#shared/domain/journal/read-bundle.ts";
import { parsePlaybook } from "#shared/domain/playbook/parse.ts";
import { presented } from "#shared/domain/playbook/presented.ts";
import type { AuthoredPlaybook, Playbook } from "#shared/domain/playbook/schema.ts";
import type { Recommendation, Result } from "#shared/domain/scoring/result.ts";
import { sessionResult } from "#shared/domain/scoring/session-result.ts";
import type { SessionEntry } from "#shared/domain/session/facts.ts";
import { fold } from "#shared/domain/session/fold.ts";
import type { SessionState } from "#shared/domain/session/state.ts";
import type { Sandbox } from "#shared/ports/sandbox.ts";
import { itemGrading } from "#shared/use-cases/item-grading.ts";

/** A session's outcome, as far as a comparison needs it. */
export type Outcome = { score: string | null; recommendation: Recommendation | null };

/** One stored session under the version it was taken with, and as it would be under the new one. */
export type Comparison = {
  file: string;
  session: string;
  before: Outcome;
  after: Outcome;
  moved: boolean;
  flipped: boolean;
  /** Items whose points differ; `null` where one version doesn't ask the item. */
  items: { id: string; before: string | null; after: string | null }[];
  /** Items of the new version that nobody was asked: left out of the score, as if their section had been lost. */
  unasked: string[];
};

/** A file that couldn't be compared, and why. */
export type Skipped = { file: string; because: string };

export type Comparisons = { compared: Comparison[]; skipped: Skipped[] };

type Means = { version: AuthoredPlaybook<AnyItem>; sandbox: Sandbox };

const digest = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** Grades the answers of every bundle in a folder by the new version. What a person graded stays while its item does. */
export async function compareBundles(folder: string, means: Means): Promise<Comparisons> {
  const found: Comparisons = { compared: [], skipped: [] };
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()) {
    const one = await compareFile(join(folder, file), means);
    if ("because" in one) found.skipped.push({ file, because: one.because });
    else found.compared.push({ file, ...one });
  }
  return found;
}

async function compareFile(path: string, means: Means): Promise<Omit<Comparison, "file"> | { because: string }> {
  const read = readBundle(readFileSync(path, "utf8"));
  if ("fault" in read) return { because: read.fault.text };
  const session = sessionIn(read.bundle, means.version.id);
  return "because" in session ? session : compareSession(session, means);
}

type Taken = { state: SessionState; playbook: Playbook<AnyItem> };

/** The session of a bundle and the playbook as it was presented; the reason where there is nothing to compare. */
function sessionIn({ journal, playbook: value }: Bundle, wanted: string): Taken | { because: string } {
  if (!journal.every(isWhole)) return { because: "its personal data was erased" };
  const read = parsePlaybook(value);
  if (!("playbook" in read)) return { because: "its playbook can't be read by this version" };
  const { playbook } = read;
  if (playbook.id !== wanted) return { because: `it is a session of ${playbook.id}` };
  const state = fold(journal as SessionEntry[]);
  if (!state || state.results.length === 0) return { because: "it has no result yet" };
  return { state, playbook: presented(playbook, { seed: state.seed, digest }) };
}

async function compareSession(taken: Taken, { version, sandbox }: Means): Promise<Omit<Comparison, "file">> {
  const { state } = taken;
  const playbook = presented(version, { seed: state.seed ?? state.id, digest });
  const grades = await regrade(taken, playbook, sandbox);
  const recorded = state.results.at(-1)!;
  const result = sessionResult({ ...state, grades }, playbook, recorded.computed_at ?? state.updated_at);
  const unasked = itemsOf(playbook).filter(({ item }) => !wasAsked(taken, item));
  return {
    session: state.id,
    before: outcomeOf(recorded),
    after: outcomeOf(result),
    moved: recorded.score !== result.score,
    flipped: recorded.recommendation !== result.recommendation,
    items: pointsMoved(recorded, result),
    unasked: unasked.map(({ item }) => item.id),
  };
}

const itemsOf = ({ sections }: Playbook<AnyItem>) =>
  sections.flatMap(({ id: section, items }) => items.map((item) => ({ section, item })));

const askedAs = ({ playbook }: Taken, id: string): AnyItem | undefined =>
  itemsOf(playbook).find(({ item }) => item.id === id)?.item;

/** An answer to another type of item is none to this one. */
const wasAsked = (taken: Taken, { id, type }: AnyItem): boolean => askedAs(taken, id)?.type === type;

async function regrade(taken: Taken, playbook: Playbook<AnyItem>, sandbox: Sandbox): Promise<Map<string, Grade>> {
  const grade = itemGrading({ sandbox });
  const grades = new Map<string, Grade>();
  for (const { section, item } of itemsOf(playbook)) {
    const standing = taken.state.grades.get(item.id);
    const answer = taken.state.answers.get(item.id)?.value ?? null;
    if (standing && sameJson(askedAs(taken, item.id), item)) grades.set(item.id, { ...standing, section });
    else if (wasAsked(taken, item)) grades.set(item.id, await grade({ item, section, answer }));
    else grades.set(item.id, notAsked(section, item));
  }
  return grades;
}

const notAsked = (section: string, item: AnyItem): Grade => ({
  item: item.id,
  section,
  points: "0",
  open: "0",
  max: item.points,
  outcome: "not_gradable",
  working: [{ code: "not_asked", data: {}, text: "The item wasn't asked." }],
  grader: "none",
  evidence: [],
});

const outcomeOf = ({ score, recommendation }: Result): Outcome => ({ score, recommendation });

function pointsMoved(before: Result, after: Result): Comparison["items"] {
  const ids = [...new Set([...before.items, ...after.items].map(({ id }) => id))];
  const pointsIn = ({ items }: Result, id: string) => items.find((item) => item.id === id)?.points ?? null;
  return ids
    .map((id) => ({ id, before: pointsIn(before, id), after: pointsIn(after, id) }))
    .filter((item) => item.before !== item.after);
}
