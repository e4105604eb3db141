/** Counts what costs money without leaving a fact in the journal. */
export interface Usage {
  /** Adds one to a session's count of `what` and gives the new count. */
  count(session: string, what: "example_runs"): Promise<number>;
}
