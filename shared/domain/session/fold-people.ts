import type { Entry } from "../journal/entry.ts";
import type { SessionFacts } from "./facts.ts";
import type { FlagAnswer, FlagInstance, PeopleFacts, ReviewCause } from "./people-facts.ts";
import type { OpenReview, PeopleState } from "./people-state.ts";
import type { SessionState } from "./state.ts";

type Change<K extends keyof PeopleFacts> = (
  state: SessionState,
  entry: Entry<K, PeopleFacts[K]>,
) => Partial<SessionState>;

/** What each of people's facts changes. */
export const peopleChanges: { [K in keyof PeopleFacts]: Change<K> } = {
  "scorecard.locked": (state, { at, payload }) => ({
    scorecards: new Map(state.scorecards).set(payload.interviewer, { ...payload, locked_at: at }),
  }),
  "consensus.recorded": (state, { at, actor, payload }) => ({
    consensus: new Map(state.consensus).set(payload.question, { ...payload, actor, at }),
  }),
  "flag.raised": (state, { at, actor, payload: { id, flag, observation } }) => ({
    flags: new Map(state.flags).set(id, {
      ...{ id, flag, observation, raiser: actor, raised_at: at },
      ...{ state: "raised", raised_by: "person", answers: [] },
    }),
  }),
  "flag.confirmed": answered("confirmed"),
  "flag.lifted": answered("lifted"),
  "flag.overridden": answered("overridden"),
  "review.opened": (state, { at, payload: { seed, items } }) => ({
    review_seed: seed,
    reviews: items.reduce((reviews, { item, because }) => opened(reviews, { item, because, at }), state.reviews),
  }),
  "objection.raised": (state, { at, payload }) => ({
    objection: { ...payload, at },
    reviews: opened(state.reviews, { item: payload.item, because: ["objection"], at }),
  }),
  "session.regraded": (_, { at, payload: { playbook, playbook_digest } }) => ({
    regraded: { playbook, playbook_digest, at },
  }),
  "session.finalized": (_, { at }) => ({ status: "finalized", finalized_at: at }),
  "decision.made": (state, { at, actor, payload }) => ({
    status: "decided",
    decisions: [...state.decisions, { ...payload, actor, at }],
  }),
};

/** A new grade of an item. The last one counts; a person's closes the review that waited for it. */
export function graded(
  state: SessionState,
  { at, actor, payload }: Entry<"grade.recorded", SessionFacts["grade.recorded"]>,
): Partial<SessionState> {
  const { item } = payload;
  const before = state.gradings.get(item) ?? [];
  const review = state.reviews.get(item);
  return {
    grades: new Map(state.grades).set(item, payload),
    gradings: new Map(state.gradings).set(item, [...before, { grade: payload, actor, at }]),
    ...(payload.review &&
      review && { reviews: new Map(state.reviews).set(item, { ...review, closed: { actor, at } }) }),
  };
}

type Opening = { item: string; because: readonly ReviewCause[]; at: string };

/** A review that was closed opens again with all its causes. */
function opened(reviews: PeopleState["reviews"], { item, because, at }: Opening): ReadonlyMap<string, OpenReview> {
  const known = reviews.get(item)?.because ?? [];
  const causes = [...known, ...because.filter((cause) => !known.includes(cause))];
  return new Map(reviews).set(item, { item, because: causes, opened_at: at, closed: null });
}

type Answer = "confirmed" | "lifted" | "overridden";

function answered<S extends Answer>(state: S): Change<`flag.${S}`> {
  return (session, { at, actor, payload }) => {
    const standing = session.flags.get(payload.id) ?? raisedByItself(payload, at);
    const answers = [...standing.answers, { state, actor, reason: payload.reason, at }];
    return { flags: new Map(session.flags).set(payload.id, { ...standing, state, answers }) };
  };
}

/** What a gate or an item raised becomes an instance when a person first answers it. */
const raisedByItself = ({ id, flag, raised_by }: FlagAnswer, at: string): FlagInstance => ({
  ...{ id, flag, raised_by, raiser: null, observation: null, raised_at: at },
  ...{ state: "raised", answers: [] },
});
