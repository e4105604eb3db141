import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { dayAndTime } from "../../../shared/words.ts";
import type { AnswerOf } from "../../api/types.ts";
import { CopyText } from "../../parts/copy-text.tsx";

type InvitedProps = { session: AnswerOf<"create-session">; another: () => void };

/** The link, this once. */
export function Invited({ session, another }: InvitedProps): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="panel form">
      <h2 ref={heading} tabIndex={-1}>
        {session.candidate?.name} is invited
      </h2>
      <CopyText
        label="The candidate's link"
        hint={`Shown this once; copy it now. Whoever has it can take the assessment, until ${dayAndTime(session.expires_at)}. Where mail is on, Assay sends it, too.`}
        text={session.url}
      />
      <div class="page-actions">
        <button type="button" class="button button-quiet" onClick={another}>
          Invite another
        </button>
        <a class="button button-quiet" href={`#/sessions/${session.id}`}>
          Open the session
        </a>
      </div>
    </section>
  );
}
