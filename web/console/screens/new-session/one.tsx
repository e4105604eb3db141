import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useChange } from "../../api/hooks.ts";
import type { AnswerOf } from "../../api/types.ts";
import { Setback } from "../../parts/setback.tsx";
import { bodyOf, type Invitation, NO_INVITATION, nextInvitation } from "./invitation.ts";
import { InvitationFields } from "./invitation-fields.tsx";
import { Invited } from "./invited.tsx";
import { PlaybookChoice } from "./playbook-choice.tsx";
import { Retake } from "./retake.tsx";

/** One candidate: the form, then the link. */
export default function One(): JSX.Element {
  const change = useChange("create-session", {});
  const [invitation, setInvitation] = useState<Invitation>(NO_INVITATION);
  const [made, setMade] = useState<AnswerOf<"create-session">>();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    // A refusal stands in the form, through `error`.
    if (!change.pending) void change.run(bodyOf(invitation)).then(setMade, () => undefined);
  };
  const another = () => {
    setInvitation(nextInvitation(invitation));
    setMade(undefined);
    change.forget();
  };
  if (made) return <Invited session={made} another={another} />;
  return (
    <form class="invitation" onSubmit={submit}>
      <PlaybookChoice
        value={invitation.playbook}
        change={(playbook) => setInvitation((before) => ({ ...before, playbook }))}
      />
      <InvitationFields invitation={invitation} change={setInvitation} error={change.error} />
      <Setback error={change.error} />
      <Retake
        error={change.error}
        reason={invitation.retake}
        change={(retake) => setInvitation((before) => ({ ...before, retake }))}
      />
      <button type="submit" class="button" aria-disabled={change.pending}>
        {change.pending ? "One moment…" : "Invite"}
      </button>
    </form>
  );
}
