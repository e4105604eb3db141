import { seededIdentity } from "#shared/adapters/memory/identity.ts";
import { chainAll, EMPTY_TIP } from "#shared/domain/journal/entry.ts";
import type { Playbook } from "#shared/domain/playbook/schema.ts";
import { dueFacts } from "#shared/domain/session/due.ts";
import type { Accommodation, SessionEntry, SessionFact } from "#shared/domain/session/facts.ts";
import { fold } from "#shared/domain/session/fold.ts";
import type { Decision, SessionState, Situation } from "#shared/domain/session/state.ts";
import { sessionPlaybook } from "./session-playbook.ts";

export const CREATED = "2026-03-01T09:00:00.000Z";
export const EXPIRES = "2026-03-15T09:00:00.000Z";

/** A session that is told by its commands, without any store: what is due is appended before each. */
export type Story = {
  readonly entries: SessionEntry[];
  readonly state: SessionState;
  readonly playbook: Playbook;
  /** The situation at a time of 2026-03-01 (`"09:05:00"`), with everything due appended. */
  at(time: string): Situation;
  /** Decides at a time and appends; a refusal is thrown once the facts stand. */
  do(time: string, decide: (situation: Situation) => Decision): Story;
};

export const clockTime = (time: string): string => (time.includes("T") ? time : `2026-03-01T${time}.000Z`);

export function sessionStory(
  options: { accommodation?: Accommodation; playbook?: Playbook; expires_at?: string } = {},
): Story {
  const playbook = options.playbook ?? sessionPlaybook();
  const identity = seededIdentity("story");
  const entries: SessionEntry[] = [];
  const append = (facts: readonly SessionFact[]) =>
    void entries.push(...(chainAll(entries.at(-1) ?? EMPTY_TIP, facts, identity) as SessionEntry[]));
  append([created(options)]);
  const story: Story = {
    entries,
    playbook,
    get state() {
      return fold(entries)!;
    },
    at(time) {
      for (;;) {
        const situation = { state: story.state, playbook, now: clockTime(time) };
        const due = dueFacts(situation);
        if (due.length === 0) return situation;
        append(due);
      }
    },
    do(time, decide) {
      const { facts, refusal } = decide(story.at(time));
      append(facts);
      if (refusal) throw refusal;
      return story;
    },
  };
  return story;
}

const created = (options: { accommodation?: Accommodation; expires_at?: string }): SessionFact => ({
  kind: "session.created",
  at: CREATED,
  actor: "key_1",
  payload: {
    session: "ses_1",
    playbook: "small@1",
    playbook_digest: "d".repeat(64),
    candidate: { name: "Ada Example", email: "ada@example.com", external_id: "cand-1" },
    accommodation: options.accommodation ?? null,
    expires_at: options.expires_at ?? EXPIRES,
    metadata: {},
    redirect_url: null,
    link_hash: "e".repeat(64),
  },
});

/** The times and kinds of a journal, for expectations that read like a log. */
export const logOf = ({ entries }: Pick<Story, "entries">): string[] =>
  entries.map(({ at, kind, payload }) => {
    const section = "section" in payload && kind.startsWith("section.") ? ` ${payload.section}` : "";
    return `${at.slice(11, 19)} ${kind}${section}`;
  });
