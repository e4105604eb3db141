import { Refusal } from "../domain/foundation/refusal.ts";
import type { Grade } from "../domain/grading/contract.ts";
import { presented } from "../domain/playbook/presented.ts";
import type { Playbook } from "../domain/playbook/schema.ts";
import type { Figure, Recommendation, Result } from "../domain/scoring/result.ts";
import type { Actor } from "../domain/session/actors.ts";
import { decideRegrade, itemsToRegrade, type RegradeInput } from "../domain/session/decide-regrade.ts";
import { foresee } from "../domain/session/fold.ts";
import type { SessionHead, SessionStatus } from "../domain/session/head.ts";
import type { Situation } from "../domain/session/state.ts";
import { isLegal } from "../domain/session/transitions.ts";
import type { PublishedPlaybook } from "../ports/playbook-store.ts";
import { itemGrading } from "./item-grading.ts";
import type { Ports } from "./ports.ts";
import { type SignedChangePorts, signedChange } from "./signed-change.ts";

export type Standing = { version: number | null; score: Figure | null; recommendation: Recommendation | null };

/** What a later version makes of one session; `refused` says why it can't grade it. */
export type Move = {
  session: string;
  status: SessionStatus;
  before: Standing;
  after: Standing | null;
  moves: boolean;
  refused: string | null;
};

export type Regraded = {
  from: string;
  to: string;
  committed: boolean;
  moving: number;
  data: Move[];
  next_cursor: string | null;
};

export type RegradePorts = SignedChangePorts & Pick<Ports, "index" | "playbooks" | "sandbox" | "identity">;

/** Some may run code: few at a time, so that an answer comes in time. */
const STANDARD_LIMIT = 10;

/**
 * Grades the sessions of one version by a later one, a page at a time. Without `commit` it only says who would move.
 * Their earlier grades and results stay in their journals. Running it again goes on where it was left.
 *
 * @throws Refusal `playbook_not_found`, `regrade_unfit` where `to` isn't a later version of the same playbook
 */
export const regradeSessions = (ports: RegradePorts) => {
  const regradeOne = regrading(ports);
  return async (input: {
    playbook: string;
    to: string;
    reason: string;
    commit: boolean;
    limit?: number | undefined;
    cursor?: string | undefined;
    actor: Actor;
  }): Promise<Regraded> => {
    const [from, to] = await Promise.all([required(ports, input.playbook), required(ports, input.to)]);
    requireLater(from.playbook, to.playbook);
    const page = { limit: input.limit ?? STANDARD_LIMIT, cursor: input.cursor };
    const { data: heads, next_cursor } = await ports.index.list({ graded_by: referenceOf(from.playbook) }, page);
    const data: Move[] = [];
    for (const head of heads.filter(({ status }) => isLegal(status, "session.regraded"))) {
      data.push(await regradeOne(head, { ...input, to }));
    }
    return {
      ...{ from: referenceOf(from.playbook), to: referenceOf(to.playbook), committed: input.commit },
      ...{ moving: data.filter(({ moves }) => moves).length, data, next_cursor },
    };
  };
};

type Order = { to: PublishedPlaybook; reason: string; commit: boolean; actor: Actor };

function regrading(ports: RegradePorts) {
  const change = signedChange(ports);
  const gradeItem = itemGrading(ports);

  async function gradesUnder(situation: Situation, under: Playbook): Promise<Grade[]> {
    const grades: Grade[] = [];
    for (const { item, section } of itemsToRegrade(situation, under)) {
      const answer = situation.state.answers.get(item.id)?.value ?? null;
      grades.push(await gradeItem({ item, section, answer }));
    }
    return grades;
  }

  return async ({ id, status }: SessionHead, { to, reason, commit, actor }: Order): Promise<Move> => {
    const situation = await ports.sessions.read(id);
    const before = situation.state.results.at(-1)!;
    const under = presented(to.playbook, { seed: situation.state.seed, digest: ports.identity.digest });
    try {
      const grades = await gradesUnder(situation, under);
      const input: RegradeInput = { under, digest: to.digest, grades, reason, actor: actor.id };
      const after = commit
        ? (await change(id, (now) => decideRegrade(now, input))).state
        : foresee(situation.state, decideRegrade(situation, input).facts);
      return moveOf({ id, status }, before, after.results.at(-1)!);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { session: id, status, before: standingOf(before), after: null, moves: false, refused: error.message };
    }
  };
}

function moveOf({ id, status }: Pick<SessionHead, "id" | "status">, before: Result, after: Result): Move {
  const moves = before.score !== after.score || before.recommendation !== after.recommendation;
  return { session: id, status, before: standingOf(before), after: standingOf(after), moves, refused: null };
}

const standingOf = ({ version, score, recommendation }: Result): Standing => ({ version, score, recommendation });

const referenceOf = ({ id, version }: { id: string; version: number }): string => `${id}@${version}`;

async function required({ playbooks }: Pick<Ports, "playbooks">, reference: string): Promise<PublishedPlaybook> {
  const published = reference.includes("@") ? await playbooks.read(reference) : undefined;
  if (published) return published;
  throw new Refusal("playbook_not_found", `There is no playbook "${reference}"; name a version as id@version.`);
}

function requireLater(from: PublishedPlaybook["playbook"], to: PublishedPlaybook["playbook"]): void {
  if (from.id === to.id && from.version < to.version) return;
  throw new Refusal("regrade_unfit", `${referenceOf(to)} is no later version of ${referenceOf(from)}.`);
}
