import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { minutesInWords } from "../../../shared/words.ts";
import { useRead } from "../../api/hooks.ts";
import type { AnswerOf, Session } from "../../api/types.ts";
import { useMay } from "../../may.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { Moment } from "../../parts/moment.tsx";
import { GiveTime } from "./actions/give-time.tsx";
import { AskReason, REASONED } from "./actions/reasoned.tsx";

type Standing = AnswerOf<"read-accommodation">;

/** The extra time that a candidate has and asked for; for those alone who grant it, never for those who score. */
export function ExtraTime({ session }: { session: Session }): JSX.Element | null {
  const may = useMay("read-accommodation");
  const standing = useRead("read-accommodation", { session: session.id }, { enabled: may });
  if (!may) return null;
  return (
    <section class="panel form">
      <h2>Extra time</h2>
      <Loaded of={standing}>
        {({ accommodation, request }) => (
          <>
            <p>{accommodationWords(accommodation)}</p>
            {request && <Request session={session} request={request} />}
          </>
        )}
      </Loaded>
    </section>
  );
}

/** What a candidate asked for in their own words, and the answer to it. */
function Request({ session, request }: { session: Session; request: NonNullable<Standing["request"]> }): JSX.Element {
  const mayAnswer = useMay("decline-accommodation");
  const [asked, ask] = useState<"grant" | "decline">();
  const close = () => ask(undefined);
  return (
    <>
      <figure>
        <figcaption class="hint">
          Asked for on <Moment at={request.at} />
        </figcaption>
        <blockquote>{request.text}</blockquote>
      </figure>
      {request.state === "declined" && <p>Declined{request.reason ? `: ${request.reason}` : "."}</p>}
      {mayAnswer && request.state === "open" && (
        <div class="page-actions">
          <button type="button" class="button" onClick={() => ask("grant")}>
            Grant time
          </button>
          <button type="button" class="button button-quiet" onClick={() => ask("decline")}>
            Decline…
          </button>
        </div>
      )}
      {asked === "grant" && <GiveTime session={session} close={close} />}
      {asked === "decline" && <AskReason deed={REASONED.decline} session={session} close={close} />}
    </>
  );
}

function accommodationWords(accommodation: Standing["accommodation"]): string {
  if (accommodation === null) return "None.";
  if (accommodation.kind === "untimed") return "No limit of time.";
  if (accommodation.kind === "multiplier") return `${accommodation.factor} times the usual time.`;
  return `${minutesInWords(accommodation.minutes)} more for each section.`;
}
