import { LEGAL_IN } from "#shared/domain/session/transitions.ts";
import type { ChangeOperation, Session } from "../../../api/types.ts";

export type Action = "extend" | "give-time" | "reissue" | "cancel" | "void" | "hold" | "release" | "erase";

type Deed = { fact: keyof typeof LEGAL_IN; operation: ChangeOperation };

/** Each action with the fact that it makes and the operation that makes it, in the order in which they are offered. */
const DEEDS: { [A in Action]: Deed } = {
  extend: { fact: "session.extended", operation: "extend-session" },
  "give-time": { fact: "accommodation.granted", operation: "accommodate-session" },
  reissue: { fact: "link.reissued", operation: "reissue-link" },
  cancel: { fact: "session.canceled", operation: "cancel-session" },
  void: { fact: "session.voided", operation: "void-session" },
  hold: { fact: "session.held", operation: "hold-session" },
  release: { fact: "session.released", operation: "release-session" },
  erase: { fact: "session.erased", operation: "erase-session" },
};

/** What can be done to a session as it stands, by somebody who may call these operations. */
export function allowedFor(
  { status, held }: Pick<Session, "status" | "held">,
  may: (operation: ChangeOperation) => boolean,
): Action[] {
  const senseless: readonly Action[] = held ? ["hold", "erase"] : ["release"];
  return (Object.keys(DEEDS) as Action[]).filter((action) => {
    const { fact, operation } = DEEDS[action];
    return LEGAL_IN[fact].includes(status) && !senseless.includes(action) && may(operation);
  });
}
