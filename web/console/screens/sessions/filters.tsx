import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useRead } from "../../api/hooks.ts";
import { useMay } from "../../may.ts";
import { STATUS_WORDS } from "../../parts/badge.tsx";
import { SelectField, TextField } from "../../parts/field.tsx";
import { type Filter, ORDERS } from "./filter.ts";

/** Milliseconds without typing after which a search begins. */
const PAUSE = 300;
const MOST_PLAYBOOKS = 100;

type FiltersProps = { filter: Filter; change: (filter: Filter) => void };

export function Filters({ filter, change }: FiltersProps): JSX.Element {
  const set = (name: keyof Filter) => (value: string) => change({ ...filter, [name]: value });
  return (
    <search class="filters">
      <Typed label="Search" value={filter.q} change={set("q")} placeholder="Name, e-mail or id" />
      <SelectField
        label="Status"
        value={filter.status}
        change={set("status")}
        options={[["", "All"], ...STATUS_WORDS]}
      />
      <ByPlaybook value={filter.playbook} change={set("playbook")} />
      <Typed label="Job" value={filter.job} change={set("job")} placeholder="Reference" />
      <SelectField label="Order" value={filter.sort} change={set("sort")} options={ORDERS} />
    </search>
  );
}

type TypedProps = { label: string; value: string; change: (value: string) => void; placeholder: string };

/** Takes effect after a pause in typing; follows the address when that changes otherwise. */
function Typed({ value, change, ...about }: TypedProps): JSX.Element {
  const [text, setText] = useState(value);
  useEffect(() => setText((typed) => (typed.trim() === value ? typed : value)), [value]);
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => change(text.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return <TextField {...about} type="search" maxLength={100} value={text} change={setText} />;
}

function ByPlaybook({ value, change }: { value: string; change: (value: string) => void }): JSX.Element | null {
  const may = useMay("list-playbooks");
  const playbooks = useRead("list-playbooks", {}, { query: { limit: MOST_PLAYBOOKS }, enabled: may });
  if (!may) return null;
  const titles = new Map((playbooks.data?.data ?? []).map(({ id, title }) => [id, title]));
  if (value && !titles.has(value)) titles.set(value, value);
  return <SelectField label="Playbook" value={value} change={change} options={[["", "All"], ...titles]} />;
}
