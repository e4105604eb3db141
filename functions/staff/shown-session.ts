import type { SessionSummary } from "#shared/domain/session/head.ts";
import type { Call } from "../runtime/operation.ts";

type Reader = Call<"read-session">["caller"];

/** A session as the caller may see it: whoever only interviews sees no figure that could anchor a rating. */
export function shownSession<S extends SessionSummary>(session: S, caller: Reader): S {
  return onlyInterviews(caller) ? { ...session, score: null, recommendation: null } : session;
}

const onlyInterviews = (caller: Reader): boolean =>
  caller.kind === "staff" && caller.person.roles.every((role) => role === "interviewer");
