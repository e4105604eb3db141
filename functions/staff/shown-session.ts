import { Refusal } from "#shared/domain/foundation/refusal.ts";
import type { SessionSummary } from "#shared/domain/session/head.ts";
import type { Call } from "../runtime/operation.ts";

type Reader = Call<"read-session">["caller"];

/** A session as the caller may see it: whoever only interviews sees no figure that could anchor a rating. */
export function shownSession<S extends SessionSummary>(session: S, caller: Reader): S {
  return onlyInterviews(caller) ? { ...session, score: null, recommendation: null } : session;
}

/** An order by what isn't shown would show it. @throws Refusal `forbidden` */
export function requireShownOrder({ sort }: { sort?: string | undefined }, caller: Reader): void {
  if (!onlyInterviews(caller) || sort === undefined || !sort.endsWith("score")) return;
  throw new Refusal("forbidden", "Whoever only interviews sees no scores; ask for another order.");
}

const onlyInterviews = (caller: Reader): boolean =>
  caller.kind === "staff" && caller.person.roles.every((role) => role === "interviewer");
