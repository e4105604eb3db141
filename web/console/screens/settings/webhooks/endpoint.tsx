import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useParams } from "wouter-preact";
import { useRead } from "../../../api/hooks.ts";
import type { AnswerOf } from "../../../api/types.ts";
import { Loaded } from "../../../parts/loaded.tsx";
import { Moment } from "../../../parts/moment.tsx";
import { Page } from "../../../parts/page.tsx";
import { Deliveries } from "./deliveries.tsx";
import { EndpointActions } from "./endpoint-actions.tsx";
import { EndpointState } from "./endpoint-state.tsx";
import { patternsWords } from "./patterns.ts";
import { TestOutcome } from "./test-outcome.tsx";

/** One address: its state, what can be done, and what was sent to it. */
export default function EndpointScreen(): JSX.Element {
  const { endpoint: id = "" } = useParams<{ endpoint: string }>();
  const endpoint = useRead("read-webhook-endpoint", { endpoint: id });
  return <Loaded of={endpoint}>{(found) => <Shown key={id} endpoint={found} />}</Loaded>;
}

function Shown({ endpoint }: { endpoint: AnswerOf<"read-webhook-endpoint"> }): JSX.Element {
  const [tested, setTested] = useState<string>();
  return (
    <Page
      title={new URL(endpoint.url).host}
      crumbs={[
        ["Settings", "#/settings"],
        ["Webhooks", "#/settings/webhooks"],
      ]}
      about={
        <>
          <EndpointState endpoint={endpoint} />
          <code>{endpoint.url}</code>
        </>
      }
      actions={<EndpointActions endpoint={endpoint} tested={setTested} />}
    >
      <dl class="facts">
        <div>
          <dt>Hears of</dt>
          <dd>{patternsWords(endpoint.events)}</dd>
        </div>
        {endpoint.description && (
          <div>
            <dt>Description</dt>
            <dd>{endpoint.description}</dd>
          </div>
        )}
        <div>
          <dt>Signatures</dt>
          <dd>{endpoint.public_key_signature ? "Secret and public key" : "Secret"}</dd>
        </div>
        <div>
          <dt>Added</dt>
          <dd>
            <Moment at={endpoint.created_at} />
          </dd>
        </div>
      </dl>
      {tested && <TestOutcome endpoint={endpoint.id} event={tested} />}
      <Deliveries endpoint={endpoint.id} />
    </Page>
  );
}
