import type { ComponentChildren, JSX } from "preact";
import { type ApiProblem, Unreachable } from "../../shared/api-problem.ts";
import { Heading } from "../../shared/heading.tsx";
import { Frame } from "../parts/frame.tsx";

/** A screen with one thing to say. */
export function Saying({ heading, children }: { heading: string; children: ComponentChildren }): JSX.Element {
  return (
    <Frame title={heading}>
      <div class="saying">
        <Heading of={heading}>{heading}</Heading>
        {children}
      </div>
    </Frame>
  );
}

export function Loading(): JSX.Element {
  return (
    <Frame title="Assessment">
      <p class="loading" role="status">
        Opening your assessment…
      </p>
    </Frame>
  );
}

export function LinkMissing(): JSX.Element {
  return (
    <Saying heading="Your link is not complete">
      <p>
        This page opens with the personal link in your invitation. Open that link again, or copy the whole of it into
        the address bar: everything after the # belongs to it.
      </p>
    </Saying>
  );
}

type Props = { trouble: ApiProblem | Unreachable; again: () => void };

export function Trouble({ trouble, again }: Props): JSX.Element {
  if (trouble instanceof Unreachable) return <Away again={again} />;
  if (trouble.status === 401 || trouble.status === 403 || trouble.status === 404) return <LinkInvalid />;
  return (
    <Saying heading="Something of ours is not working">
      <p>It is not your fault, and nothing you typed is lost. Please try again in a minute.</p>
      {trouble.problem.request_id && <p class="hint">Reference for support: {trouble.problem.request_id}</p>}
      <TryAgain again={again} />
    </Saying>
  );
}

function LinkInvalid(): JSX.Element {
  return (
    <Saying heading="This link does not open an assessment">
      <p>
        It may have been cut off or replaced by a newer one. Look for the latest invitation in your mail and open the
        whole link. If that does not help, ask the company that invited you for a new one.
      </p>
    </Saying>
  );
}

function Away({ again }: { again: () => void }): JSX.Element {
  return (
    <Saying heading="No connection">
      <p>
        The assessment can't be reached just now. Check your connection. What you have typed on this device is kept and
        will be sent when you are back.
      </p>
      <TryAgain again={again} />
    </Saying>
  );
}

function TryAgain({ again }: { again: () => void }): JSX.Element {
  return (
    <p>
      <button type="button" class="button" onClick={again}>
        Try again
      </button>
    </p>
  );
}
