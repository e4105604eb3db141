/** The state machine that sequences a session's sections. */
export interface Workflow {
  /** Starts the execution named after the session; starting it twice is one start. */
  start(input: { session: string; sections: { id: string; seconds: number }[] }): Promise<void>;
  /** Ends the wait that `token` stands for; a token that isn't waited for any more is ignored. */
  resume(token: string): Promise<void>;
}

/** The callback token on which the workflow waits for a section of a session. */
export interface WaitTokens {
  put(session: string, section: string, token: string): Promise<void>;
  /** All tokens of a session that were put and not yet removed. */
  list(session: string): Promise<{ section: string; token: string }[]>;
  remove(session: string, section: string, token: string): Promise<void>;
}

/**
 * Asks for what must happen soon but may not hold up an answer: reconcile the workflow and hand out events.
 * Never throws and never waits for the work itself; the scheduled sweep does whatever a lost call left undone.
 */
export interface Wake {
  wake(stream: string): Promise<void>;
}
