/** A request that its sender may send again. */
export type RepeatableRequest = {
  /** Made from the caller, the operation and the caller's own key for it. */
  id: string;
  /** Made from what was asked: another text is another request. */
  fingerprint: string;
  /** Known to this caller alone: what the reply is encrypted under. */
  secret: string;
};

/** Where a reply belongs to a session, it is erased with it. */
export type ReplyOwner = { session: string } | undefined;

/** The answer that was given, to be given again byte for byte. */
export type KeptReply = { status: number; body: string | null };

/** `seed` and `since` are the same for every try at a request; `again`: an earlier one was given up. */
export type Claimed = { state: "claimed"; seed: string; since: string; again: boolean };

export type Claim =
  | Claimed
  | { state: "in_flight" }
  | { state: "other_request" }
  | { state: "answered"; reply: KeptReply };

/** Replies to requests that may be sent again, encrypted, for seven days. */
export interface Replies {
  /**
   * Takes a request on, unless it was taken on before. A claim that nothing came of for a minute is free again, for the
   * same request.
   */
  claim(request: RepeatableRequest, now: string): Promise<Claim>;
  keep(request: RepeatableRequest, reply: KeptReply, about: { now: string; owner: ReplyOwner }): Promise<void>;
  /** Gives a claim back: nothing was done. */
  release(request: RepeatableRequest): Promise<void>;
  /** Erases every reply that belongs to a session. */
  erase(session: string): Promise<void>;
}
