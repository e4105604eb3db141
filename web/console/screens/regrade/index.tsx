import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useParams } from "wouter-preact";
import { useRead } from "../../api/hooks.ts";
import { Empty } from "../../parts/empty.tsx";
import { SelectField } from "../../parts/field.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { Page } from "../../parts/page.tsx";
import { laterThan, type Version } from "./moves.ts";
import { Preview } from "./preview.tsx";

/** Grades the sessions of a version by a later one: first who would move, then, if it is meant, for good. */
export default function Regrade(): JSX.Element {
  const { playbook = "" } = useParams<{ playbook: string }>();
  const [id = ""] = decodeURIComponent(playbook).split("@");
  const all = useRead("list-playbooks", {}, { query: { limit: 100 } });
  return (
    <Page
      title={`Regrade ${id}`}
      crumbs={[["Playbooks", "#/playbooks"]]}
      about="A wrong key is put right by a later version; the sessions of the earlier one are graded by it. Both results are kept."
    >
      <Loaded of={all}>{({ data }) => <Versions key={id} versions={data.filter((each) => each.id === id)} />}</Loaded>
    </Page>
  );
}

function Versions({ versions }: { versions: readonly Version[] }): JSX.Element {
  const numbers = versions.map(({ version }) => version).sort((a, b) => b - a);
  const [from, setFrom] = useState(numbers[1] ?? 0);
  const later = laterThan(versions, from);
  const [chosen, setTo] = useState<number>();
  const to = later.includes(chosen ?? 0) ? chosen : later[0];
  const [id = ""] = versions.map((each) => each.id);
  if (numbers.length < 2 || to === undefined) {
    return (
      <Empty title="There is only one version">
        Publish a later version with the key put right; then its sessions can be regraded here.
      </Empty>
    );
  }
  return (
    <>
      <div class="filters few-filters">
        <SelectField
          label="Sessions of version"
          value={String(from)}
          change={(value) => setFrom(Number(value))}
          options={numbers.slice(1).map((each) => [String(each), String(each)] as const)}
        />
        <SelectField
          label="By version"
          value={String(to)}
          change={(value) => setTo(Number(value))}
          options={later.map((each) => [String(each), String(each)] as const)}
        />
      </div>
      <Preview key={`${from} ${to}`} from={`${id}@${from}`} to={`${id}@${to}`} />
    </>
  );
}
