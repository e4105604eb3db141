import type { SessionState } from "../session/state.ts";
import type { Consensus, Rating } from "./inputs.ts";

/** Every rating that was locked, whoever gave it. */
export const lockedRatings = ({ scorecards }: Pick<SessionState, "scorecards">): Rating[] =>
  [...scorecards.values()].flatMap(({ interviewer, ratings }) =>
    ratings.map(({ question, value }) => ({ question, value, rater: interviewer })),
  );

export const agreedRatings = ({ consensus }: Pick<SessionState, "consensus">): Consensus[] =>
  [...consensus.values()].map(({ question, value }) => ({ question, value }));
