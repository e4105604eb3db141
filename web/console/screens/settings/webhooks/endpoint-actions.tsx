import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { dayAndTime } from "../../../../shared/words.ts";
import { useChange } from "../../../api/hooks.ts";
import type { AnswerOf } from "../../../api/types.ts";
import { useMay } from "../../../may.ts";
import { Setback } from "../../../parts/setback.tsx";
import { say } from "../../../parts/toasts.tsx";
import { Secret } from "../forms/secret.tsx";
import { Delete, Disable, Edit, Recover, Rotate } from "./endpoint-questions.tsx";

export type Endpoint = AnswerOf<"read-webhook-endpoint">;
type Question = "edit" | "rotate" | "recover" | "disable" | "delete";

type ActionsProps = { endpoint: Endpoint; tested: (event: string) => void };

/** What can be done to an endpoint; what changes anything for good asks first. */
export function EndpointActions({ endpoint, tested }: ActionsProps): JSX.Element | null {
  const may = useMay("change-webhook-endpoint");
  const [asked, ask] = useState<Question>();
  const [rotated, setRotated] = useState<AnswerOf<"rotate-webhook-secret">>();
  if (!may) return null;
  const close = () => ask(undefined);
  return (
    <>
      {endpoint.enabled ? <Test endpoint={endpoint.id} tested={tested} /> : <Enable endpoint={endpoint.id} />}
      <Ask word="Edit" go={() => ask("edit")} />
      <Ask word="Replace the secret" go={() => ask("rotate")} />
      {endpoint.enabled && <Ask word="Recover" go={() => ask("recover")} />}
      {endpoint.enabled && <Ask word="Disable" go={() => ask("disable")} />}
      <Ask word="Delete" go={() => ask("delete")} />
      {asked === "edit" && <Edit endpoint={endpoint} close={close} />}
      {asked === "rotate" && <Rotate endpoint={endpoint} close={close} rotated={setRotated} />}
      {asked === "recover" && <Recover endpoint={endpoint} close={close} />}
      {asked === "disable" && <Disable endpoint={endpoint} close={close} />}
      {asked === "delete" && <Delete endpoint={endpoint} close={close} />}
      {rotated && (
        <Secret title="The new secret" secret={rotated.secret} close={() => setRotated(undefined)}>
          <p>
            Give it to the receiver now: it is never shown again. The old secret signs beside it until{" "}
            {dayAndTime(rotated.old_secret_until)}.
          </p>
        </Secret>
      )}
    </>
  );
}

const Ask = ({ word, go }: { word: string; go: () => void }): JSX.Element => (
  <button type="button" class="button button-quiet" onClick={go}>
    {word}
  </button>
);

function Test({ endpoint, tested }: { endpoint: string; tested: (event: string) => void }): JSX.Element {
  const change = useChange("test-webhook-endpoint", { endpoint });
  // A refusal stands beside the button, through `error`.
  const run = () =>
    void change.run({}).then(
      ({ event }) => tested(event),
      () => undefined,
    );
  return (
    <>
      <button type="button" class="button" aria-disabled={change.pending} onClick={run}>
        Send a test
      </button>
      <Setback error={change.error} />
    </>
  );
}

function Enable({ endpoint }: { endpoint: string }): JSX.Element {
  const change = useChange("enable-webhook-endpoint", { endpoint });
  const run = () =>
    void change.run({}).then(
      () => say("Events are sent again. What was skipped meanwhile can be recovered."),
      () => undefined,
    );
  return (
    <>
      <button type="button" class="button" aria-disabled={change.pending} onClick={run}>
        Enable
      </button>
      <Setback error={change.error} />
    </>
  );
}
