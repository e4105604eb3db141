import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useChange, useRead } from "../../../api/hooks.ts";
import type { AnswerOf } from "../../../api/types.ts";
import { useMay } from "../../../may.ts";
import { Confirm } from "../../../parts/confirm.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { Loaded } from "../../../parts/loaded.tsx";
import { Moment } from "../../../parts/moment.tsx";
import { type Column, Table } from "../../../parts/table.tsx";
import { Secret } from "../forms/secret.tsx";
import { bodyOfDraft, type EndpointDraft, EndpointFields } from "./endpoint-fields.tsx";
import { EndpointState } from "./endpoint-state.tsx";
import { patternsWords } from "./patterns.ts";

type Endpoint = AnswerOf<"read-webhook-endpoint">;

/** The addresses that events are sent to. */
export default function Webhooks(): JSX.Element {
  const endpoints = useRead("list-webhook-endpoints", {}, { query: { limit: 100 } });
  const may = useMay("create-webhook-endpoint");
  const [asked, ask] = useState(false);
  const [created, setCreated] = useState<AnswerOf<"create-webhook-endpoint">>();
  return (
    <div class="settings-place">
      <div class="place-head">
        <p class="hint">
          What happens is sent to these addresses at once, signed, and again until it arrives. Events hold no names and
          no answers.
        </p>
        {may && (
          <button type="button" class="button" onClick={() => ask(true)}>
            Add an endpoint
          </button>
        )}
      </div>
      <Loaded of={endpoints}>{({ data }) => <List endpoints={data} />}</Loaded>
      {asked && <Create close={() => ask(false)} created={setCreated} />}
      {created && (
        <Secret title="The endpoint's secret" secret={created.secret} close={() => setCreated(undefined)}>
          <p>
            The receiver checks signatures with it. Store it now: it is never shown again, but it can be replaced at any
            time.
          </p>
        </Secret>
      )}
    </div>
  );
}

const List = ({ endpoints }: { endpoints: readonly Endpoint[] }): JSX.Element =>
  endpoints.length > 0 ? (
    <Table caption="Webhook endpoints" columns={columns} rows={endpoints} keyOf={({ id }) => id} />
  ) : (
    <Empty title="No address hears of anything yet" />
  );

const columns: readonly Column<Endpoint>[] = [
  {
    title: "Address",
    cell: ({ id, url, description }) => (
      <span class="titled">
        <a href={`#/settings/webhooks/${id}`}>{url}</a>
        {description && <span class="hint">{description}</span>}
      </span>
    ),
  },
  { title: "Events", cell: ({ events }) => patternsWords(events) },
  { title: "State", cell: (endpoint) => <EndpointState endpoint={endpoint} /> },
  { title: "Added", cell: ({ created_at }) => <Moment at={created_at} /> },
];

const NEW: EndpointDraft = { url: "", description: "", events: ["*"], public_key_signature: false };

type CreateProps = { close: () => void; created: (endpoint: AnswerOf<"create-webhook-endpoint">) => void };

function Create({ close, created }: CreateProps): JSX.Element {
  const change = useChange("create-webhook-endpoint", {});
  const [draft, setDraft] = useState(NEW);
  const run = async () => created(await change.run(bodyOfDraft(draft)));
  return (
    <Confirm title="Add a webhook endpoint" action="Add the endpoint" {...change} run={run} close={close}>
      <EndpointFields draft={draft} change={setDraft} error={change.error} />
    </Confirm>
  );
}
