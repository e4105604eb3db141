import type { Entry } from "../journal/entry.ts";
import type { PrivacyFacts } from "./privacy-facts.ts";
import type { SessionState } from "./state.ts";

type Change<K extends keyof PrivacyFacts> = (
  state: SessionState,
  entry: Entry<K, PrivacyFacts[K]>,
) => Partial<SessionState>;

/** What holding and erasing change; an erasure itself begins a state anew. */
export const privacyChanges: { [K in Exclude<keyof PrivacyFacts, "session.erased">]: Change<K> } = {
  "session.held": (_, { at, actor, payload: { reason } }) => ({ hold: { reason, actor, at } }),
  "session.released": () => ({ hold: null }),
  "erasure.completed": ({ erased }) => ({ erased: erased && { ...erased, completed: true } }),
};
