import type { TakeClient } from "./client.ts";
import type { ServerClock } from "./clock.ts";
import type { Saver } from "./saving/saver.ts";
import type { CandidateSession } from "./session.ts";

/** What every screen works with. */
export type Take = { session: CandidateSession; saver: Saver; clock: ServerClock; client: TakeClient };
