import { LEGAL_IN } from "#shared/domain/session/transitions.ts";
import type { Session } from "../../../api/types.ts";

export type Action = "extend" | "give-time" | "cancel" | "void";

const FACTS = {
  extend: "session.extended",
  "give-time": "accommodation.granted",
  cancel: "session.canceled",
  void: "session.voided",
} as const satisfies { [A in Action]: keyof typeof LEGAL_IN };

/** What can be done to a session as it stands, in the order in which it is offered. */
export const allowedFor = (status: Session["status"]): Action[] =>
  (Object.keys(FACTS) as Action[]).filter((action) => LEGAL_IN[FACTS[action]].includes(status));
