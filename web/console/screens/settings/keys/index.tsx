import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useChange, useRead } from "../../../api/hooks.ts";
import type { AnswerOf } from "../../../api/types.ts";
import { useMay } from "../../../may.ts";
import { Badge } from "../../../parts/badge.tsx";
import { Confirm } from "../../../parts/confirm.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { Loaded } from "../../../parts/loaded.tsx";
import { Moment } from "../../../parts/moment.tsx";
import { type Column, Table } from "../../../parts/table.tsx";
import { say } from "../../../parts/toasts.tsx";
import { Secret } from "../forms/secret.tsx";
import { CreateKey } from "./create-key.tsx";

type Key = AnswerOf<"list-api-keys">["data"][number];

/** The machines' keys: what each may do, and its end. */
export default function Keys(): JSX.Element {
  const keys = useRead("list-api-keys", {});
  const may = useMay("create-api-key");
  const [asked, ask] = useState(false);
  const [created, setCreated] = useState<AnswerOf<"create-api-key">>();
  return (
    <div class="settings-place">
      <div class="place-head">
        <p class="hint">
          Programs call the API with a key. Give each program a key of its own, with no more than it needs.
        </p>
        {may && (
          <button type="button" class="button" onClick={() => ask(true)}>
            Make a key
          </button>
        )}
      </div>
      <Loaded of={keys}>{({ data }) => <List keys={data} />}</Loaded>
      {asked && <CreateKey close={() => ask(false)} created={setCreated} />}
      {created && (
        <Secret title={`The key “${created.label}”`} secret={created.key} close={() => setCreated(undefined)}>
          <p>Store it now, where only the program finds it: it is never shown again.</p>
        </Secret>
      )}
    </div>
  );
}

function List({ keys }: { keys: readonly Key[] }): JSX.Element {
  const may = useMay("revoke-api-key");
  const [revoked, revoke] = useState<Key>();
  if (keys.length === 0) return <Empty title="There is no key yet" />;
  const ended: Column<Key> = {
    title: "State",
    cell: (key) => (key.revoked_at ? <Ended at={key.revoked_at} /> : <Badge tone="good">Valid</Badge>),
  };
  const end: Column<Key> = {
    title: "Action",
    cell: (key) =>
      !key.revoked_at && (
        <button type="button" class="link" onClick={() => revoke(key)}>
          Revoke<span class="unseen"> {key.label}</span>
        </button>
      ),
  };
  return (
    <>
      <Table
        caption="API keys"
        columns={may ? [...columns, ended, end] : [...columns, ended]}
        rows={keys}
        keyOf={({ id }) => id}
      />
      {revoked && <Revoke apiKey={revoked} close={() => revoke(undefined)} />}
    </>
  );
}

const Ended = ({ at }: { at: string }): JSX.Element => (
  <span>
    <Badge tone="over">Revoked</Badge> <Moment at={at} />
  </span>
);

const columns: readonly Column<Key>[] = [
  {
    title: "Key",
    cell: ({ id, label }) => (
      <span class="titled">
        {label}
        <code class="hint">{id}</code>
      </span>
    ),
  },
  {
    title: "May",
    cell: ({ scopes }) => (
      <span class="chips">
        {scopes.map((scope) => (
          <code key={scope}>{scope}</code>
        ))}
      </span>
    ),
  },
  { title: "Made", cell: ({ created_at }) => <Moment at={created_at} /> },
];

function Revoke({ apiKey, close }: { apiKey: Key; close: () => void }): JSX.Element {
  const change = useChange("revoke-api-key", { key: apiKey.id });
  const run = async () => {
    await change.run(undefined);
    say(`The key “${apiKey.label}” is revoked.`);
  };
  return (
    <Confirm
      title={`Revoke “${apiKey.label}”?`}
      action="Revoke the key"
      danger
      closeWord="Keep it"
      {...change}
      run={run}
      close={close}
    >
      <p>Whatever calls with it is refused from now on. This can't be undone; a new key has another text.</p>
    </Confirm>
  );
}
