import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { TakeView } from "#shared/contracts/shapes/take.ts";
import type { Take } from "../take.ts";

const LONGEST = 500;

type Request = NonNullable<TakeView["accommodation_request"]>;

/** Where a candidate asks for extra time, and reads what became of it. */
export function ExtraTime({ take, request }: { take: Take; request: Request | null }): JSX.Element {
  return (
    <section class="extra-time" aria-labelledby="extra-time">
      <h2 id="extra-time">Extra time</h2>
      {request && <Standing request={request} />}
      {request?.state !== "open" && request?.state !== "granted" && <Ask take={take} again={request !== null} />}
    </section>
  );
}

function Standing({ request }: { request: Request }): JSX.Element {
  if (request.state === "granted") return <p role="status">You were given extra time: the times above include it.</p>;
  if (request.state === "declined") {
    return (
      <p role="status">
        Your request was declined{request.reason === null ? "." : `: “${request.reason}”`} You may ask once more, or
        write to the company.
      </p>
    );
  }
  return (
    <div role="status">
      <p>You have asked for extra time. Wait with the start until the company has answered; it will show here.</p>
      <blockquote>{request.text}</blockquote>
    </div>
  );
}

function Ask({ take, again }: { take: Take; again: boolean }): JSX.Element {
  const [text, write] = useState("");
  const { working } = take.session.state;
  const empty = text.trim() === "";
  const send = (event: Event) => {
    event.preventDefault();
    if (!empty && !working) void take.session.askForTime(text.trim());
  };
  return (
    <form onSubmit={send}>
      <label for="extra-time-text">
        {again ? "What do you need?" : "What do you need, and why? A sentence is enough; no proof is needed here."}
      </label>
      <textarea
        id="extra-time-text"
        class="input input-area"
        rows={3}
        maxLength={LONGEST}
        value={text}
        onInput={(event) => write(event.currentTarget.value)}
      />
      <p class="hint">
        People who score your answers see neither this nor any extra time. {LONGEST - text.length} characters left.
      </p>
      <button type="submit" class="button button-quiet" aria-disabled={empty || working}>
        {working ? "Sending…" : "Ask for extra time"}
      </button>
    </form>
  );
}
