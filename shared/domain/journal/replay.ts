import { type Json, sameJson } from "../foundation/json.ts";
import type { Grade, ItemBase } from "../grading/contract.ts";
import { type Observation, OUR_FAULT } from "../grading/sandbox.ts";
import { presented } from "../playbook/presented.ts";
import type { AuthoredPlaybook, Playbook, Section } from "../playbook/schema.ts";
import { dueReviews } from "../review/due-reviews.ts";
import { ENGINE_VERSION } from "../scoring/score.ts";
import { sessionResult } from "../scoring/session-result.ts";
import { misfit } from "../session/decide-regrade.ts";
import type { SessionEntry, SessionFacts } from "../session/facts.ts";
import { apply } from "../session/fold.ts";
import type { SessionState } from "../session/state.ts";
import { wrongDeed } from "./decided-again.ts";
import type { Digest, Entry } from "./entry.ts";
import { illegality, type Standing } from "./legal-facts.ts";
import type { Fault } from "./verify-chain.ts";

/** An item with the answer that counted and what the sandboxes saw of it. */
export type GradingTask = { section: Section; item: ItemBase; answer: Json | null; evidence: Observation[] };

/** How grades are made again. */
export type ReplayMeans = {
  digest: Digest;
  /** The grade of recorded evidence, by the same graders that made the recorded one. */
  regrade(task: GradingTask): Grade;
  /** The playbooks by which the session was graded later, by their digests. */
  later?: ReadonlyMap<string, AuthoredPlaybook>;
  /** Runs again what the evidence came from; left out where no sandbox is at hand. */
  rerun?: (task: Omit<GradingTask, "evidence">) => Promise<Observation[]>;
};

/** What was done again and came out the same. */
export type Replayed = {
  grades: number;
  /** Recorded inputs: what a person judged can't be computed. */
  grades_by_people: number;
  runs: number;
  /** Runs of code and queries that were taken as recorded: no sandbox at hand, or it was ours that had failed. */
  runs_as_recorded: number;
  results: number;
};

type Reason = { code: string; text: string };

/** Folds a session's journal, and does again what can be done again. @returns the first entry that fails */
export async function replay(
  entries: readonly SessionEntry[],
  authored: AuthoredPlaybook,
  means: ReplayMeans,
): Promise<{ replayed: Replayed; state: SessionState | undefined; fault?: Fault }> {
  const replayed: Replayed = { grades: 0, grades_by_people: 0, runs: 0, runs_as_recorded: 0, results: 0 };
  let state: SessionState | undefined;
  let playbook: Playbook | undefined;
  for (const entry of entries) {
    try {
      const wrong = state && playbook && (await wrongAt({ state, playbook }, entry, { means, replayed }));
      if (wrong) return { replayed, state, fault: faultOf(entry, wrong) };
      state = apply(state, entry);
      playbook = playbookAfter(entry, { state, playbook, authored, means });
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return { replayed, state, fault: faultOf(entry, { code: "unreadable_entry", text: error.message }) };
    }
  }
  return { replayed, state };
}

type Standpoint = {
  state: SessionState;
  playbook: Playbook | undefined;
  authored: AuthoredPlaybook;
  means: ReplayMeans;
};

/** The playbook that the entries after this one are judged by. */
function playbookAfter(entry: SessionEntry, { state, playbook, authored, means }: Standpoint): Playbook {
  const later = entry.kind === "session.regraded" ? means.later?.get(entry.payload.playbook_digest) : undefined;
  return playbook && !later ? playbook : presented(later ?? authored, { seed: state.seed, digest: means.digest });
}

const faultOf = ({ seq, kind }: SessionEntry, { code, text }: Reason): Fault => ({
  seq,
  code,
  text: `Entry ${seq} (${kind}) fails: ${text}.`,
});

type Workshop = { means: ReplayMeans; replayed: Replayed };

async function wrongAt(standing: Standing, entry: SessionEntry, workshop: Workshop): Promise<Reason | undefined> {
  const illegal = illegality(standing, entry) ?? wrongDeed(standing, entry);
  if (illegal) return { code: "illegal_fact", text: illegal };
  if (entry.kind === "grade.recorded") return wrongGrade(standing, entry, workshop);
  if (entry.kind === "result.computed") return wrongResult(standing, entry, workshop);
  if (entry.kind === "review.opened") return wrongReviews(standing, entry, workshop);
  if (entry.kind === "session.regraded") return wrongRegrade(standing, entry, workshop);
  return undefined;
}

async function wrongGrade(
  standing: Standing,
  { payload }: Entry<"grade.recorded", SessionFacts["grade.recorded"]>,
  { means, replayed }: Workshop,
): Promise<Reason | undefined> {
  if (payload.review) {
    replayed.grades_by_people++;
    return undefined;
  }
  const task = taskOf(standing, payload);
  const regraded = means.regrade(task);
  if (regraded.grader !== payload.grader) return needs(payload.grader);
  if (!sameJson(regraded, payload)) {
    const text = `the grade of ${payload.item} is recorded as ${payload.points}, and comes out as ${regraded.points}`;
    return { code: "wrong_grade", text };
  }
  replayed.grades++;
  return wrongEvidence(task, await means.rerun?.(task), replayed);
}

function taskOf({ state, playbook }: Standing, grade: Grade): GradingTask {
  const section = playbook.sections.find(({ id }) => id === grade.section)!;
  const item = section.items.find(({ id }) => id === grade.item)!;
  return { section, item, answer: state.answers.get(item.id)?.value ?? null, evidence: grade.evidence };
}

function wrongEvidence(
  { item, evidence }: GradingTask,
  again: Observation[] | undefined,
  replayed: Replayed,
): Reason | undefined {
  for (const [index, recorded] of evidence.entries()) {
    if (!again || recorded.runs.some(({ outcome }) => OUR_FAULT.has(outcome))) {
      replayed.runs_as_recorded += recorded.runs.length;
      continue;
    }
    const observed = again[index];
    if (observed && !sameJson(observed.stamp, recorded.stamp)) return needs(recorded.stamp.id);
    if (!sameJson(observed, recorded)) {
      return { code: "wrong_evidence", text: `running the answer to ${item.id} again doesn't show what was recorded` };
    }
    replayed.runs += recorded.runs.length;
  }
  return undefined;
}

function wrongResult(
  { state, playbook }: Standing,
  { at, payload }: Entry<"result.computed", SessionFacts["result.computed"]>,
  { replayed }: Workshop,
): Reason | undefined {
  if (payload.engine_version !== ENGINE_VERSION) return needs(payload.engine_version);
  const computed = sessionResult(state, playbook, at);
  if (sameJson(computed, payload)) {
    replayed.results++;
    return undefined;
  }
  return {
    code: "wrong_result",
    text: `the score is recorded as ${payload.score}, and comes out as ${computed.score}`,
  };
}

/** The first reviews are opened with a sample drawn by their seed; later ones without, but with the same seed. */
function wrongReviews(
  { state, playbook }: Standing,
  { payload }: Entry<"review.opened", SessionFacts["review.opened"]>,
  { means: { digest } }: Workshop,
): Reason | undefined {
  const sample = state.review_seed === null ? { seed: payload.seed, digest } : undefined;
  const same = sameJson(dueReviews(state, playbook, sample), payload.items);
  if (same && payload.seed === (state.review_seed ?? payload.seed)) return undefined;
  return { code: "wrong_reviews", text: "other grades were due to be reviewed" };
}

function wrongRegrade(
  { state, playbook }: Standing,
  { payload }: Entry<"session.regraded", SessionFacts["session.regraded"]>,
  { means }: Workshop,
): Reason | undefined {
  const later = means.later?.get(payload.playbook_digest);
  if (!later || `${later.id}@${later.version}` !== payload.playbook) {
    return { code: "wrong_playbook", text: `the bundle doesn't hold the playbook ${payload.playbook}` };
  }
  const text = misfit(playbook, presented(later, { seed: state.seed, digest: means.digest }));
  return text === undefined ? undefined : { code: "wrong_playbook", text };
}

const needs = (engine: string): Reason => ({
  code: "needs_engine",
  text: `it was made with ${engine}, which this version can't repeat; verify it with the release that holds it`,
});
