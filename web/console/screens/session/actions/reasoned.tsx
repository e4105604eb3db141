import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useChange } from "../../../api/hooks.ts";
import type { Session } from "../../../api/types.ts";
import { Confirm } from "../../../parts/confirm.tsx";
import { AreaField } from "../../../parts/field.tsx";
import { say } from "../../../parts/toasts.tsx";

type Reasoned = {
  operation:
    | "cancel-session"
    | "void-session"
    | "hold-session"
    | "release-session"
    | "erase-session"
    | "decline-accommodation";
  title: string;
  action: string;
  danger?: boolean;
  /** What happens then. */
  happens: string;
  /** What the reason is called; where it may be left out it says so. */
  reason: string;
  required: boolean;
  /** Said when it is done. */
  done: string;
};

/** What is done to a session with a reason that the log keeps. */
export const REASONED = {
  cancel: {
    operation: "cancel-session",
    title: "Cancel this session?",
    action: "Cancel the session",
    danger: true,
    happens:
      "The candidate's link ends at once, also in the middle of a section, and can't be brought back. What was answered so far stays in the log.",
    reason: "Reason (optional)",
    required: false,
    done: "The session is canceled.",
  },
  void: {
    operation: "void-session",
    title: "Declare this session void?",
    action: "Declare it void",
    danger: true,
    happens:
      "For when something of ours failed: the session then counts for nobody, its score included, and this can't be undone. Invite the candidate anew afterwards.",
    reason: "What failed",
    required: true,
    done: "The session is void.",
  },
  hold: {
    operation: "hold-session",
    title: "Hold this session?",
    action: "Hold it",
    happens: "For when the law wants it kept: until the hold ends, neither people nor time erase it.",
    reason: "Why, naming nobody",
    required: true,
    done: "The session is held.",
  },
  release: {
    operation: "release-session",
    title: "End the hold?",
    action: "End the hold",
    happens: "The session can be erased again, and is erased by itself when its days are over.",
    reason: "Why, naming nobody",
    required: true,
    done: "The hold has ended.",
  },
  decline: {
    operation: "decline-accommodation",
    title: "Decline extra time?",
    action: "Decline it",
    happens:
      "The candidate sees that it was declined, and may start with the usual time. You can still give time later.",
    reason: "Reason (optional)",
    required: false,
    done: "The extra time is declined.",
  },
  erase: {
    operation: "erase-session",
    title: "Erase what is known of this candidate?",
    action: "Erase it for good",
    danger: true,
    happens:
      "Name, address, answers, grades, scorecards and the decision are gone for good, here and in the log, and nobody can bring them back. The log keeps that it happened, and still verifies. Bundles that were exported before hold what they held.",
    reason: "Why, naming nobody",
    required: true,
    done: "The session is being erased.",
  },
} as const satisfies { [action: string]: Reasoned };

type AskProps = { deed: Reasoned; session: Session; close: () => void };

/** Asks for the reason, says what will happen, and does it. */
export function AskReason({ deed, session, close }: AskProps): JSX.Element {
  const { operation, title, action, danger, happens } = deed;
  const change = useChange(operation, { session: session.id });
  const [reason, setReason] = useState("");
  const run = async () => {
    await change.run(reason.trim() ? { reason: reason.trim() } : {});
    say(deed.done);
  };
  return (
    <Confirm
      {...{ title, action, danger, close, run }}
      closeWord="Leave it"
      pending={change.pending}
      error={change.error}
    >
      <p>{happens}</p>
      <AreaField
        label={deed.reason}
        hint="Stands in the audit log."
        required={deed.required}
        maxLength={2_000}
        value={reason}
        change={setReason}
      />
    </Confirm>
  );
}
