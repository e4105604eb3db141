import type { SessionState } from "../domain/session/state.ts";

/** The states of the sessions seen last, by session. Every one is the fold of a true beginning of its journal. */
export type SessionCache = {
  get(session: string): SessionState | undefined;
  /** Keeps a state unless a later one of the same session is known already. */
  keep(state: SessionState): void;
};

/** Holds at most `capacity` sessions; the one not used for longest makes room. */
export function sessionCache(capacity: number): SessionCache {
  const states = new Map<string, SessionState>();
  const touch = (state: SessionState) => {
    states.delete(state.id);
    states.set(state.id, state);
  };
  return {
    get(session) {
      const state = states.get(session);
      if (state) touch(state);
      return state;
    },
    keep(state) {
      const known = states.get(state.id);
      if (known && known.tip.seq > state.tip.seq) return;
      touch(state);
      if (states.size > capacity) states.delete(states.keys().next().value!);
    },
  };
}
