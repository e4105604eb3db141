import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { counted } from "../../../../shared/words.ts";
import { useRead } from "../../../api/hooks.ts";
import { useReader } from "../../../api/staff.ts";
import type { Session } from "../../../api/types.ts";
import { type AuditEntry, useWholeLog } from "../../../api/whole-log.ts";
import { useMay } from "../../../may.ts";
import { Loaded } from "../../../parts/loaded.tsx";
import { Skeleton } from "../../../parts/skeleton.tsx";
import { actorWords, entryWords } from "../../../words/entry-words.ts";
import { bareNames, type Names, namesOf } from "../../../words/names.ts";
import { Entry } from "./entry.tsx";
import { Proof } from "./proof.tsx";

/** A session's log, entry by entry, and the means to prove that nobody changed it. */
export default function AuditTrail({ session }: { session: Session }): JSX.Element {
  const log = useWholeLog(session.id);
  const names = useNames(session.id);
  return (
    <div class="report">
      <Proof session={session} />
      <section class="panel" aria-labelledby="log-title">
        <h2 id="log-title">Log</h2>
        <Loaded of={log} waiting={<Skeleton lines={12} />}>
          {(entries) => <Entries entries={entries} names={names} />}
        </Loaded>
      </section>
    </div>
  );
}

/** The playbook's titles, for those who may read the report; else ids. */
function useNames(session: string): Names {
  const reader = useReader();
  const report = useRead("read-session-report", { session }, { enabled: useMay("read-session-report") });
  return report.data ? namesOf(report.data.playbook, reader) : bareNames(reader);
}

function Entries({ entries, names }: { entries: readonly AuditEntry[]; names: Names }): JSX.Element {
  const [wanted, want] = useState("");
  const shown = entries.filter((entry) => speaksOf(entry, wanted, names));
  return (
    <>
      <div class="log-search">
        <label for="log-search">Find in the log</label>
        <input
          id="log-search"
          class="input"
          type="search"
          value={wanted}
          onInput={(event) => want(event.currentTarget.value)}
        />
        <p class="hint" role="status">
          {wanted.trim() === ""
            ? counted(entries.length, "entry", "entries")
            : `${shown.length} of ${counted(entries.length, "entry", "entries")}`}
        </p>
      </div>
      <ol class="log">
        {shown.map((entry) => (
          <Entry key={entry.seq} entry={entry} names={names} />
        ))}
      </ol>
    </>
  );
}

function speaksOf(entry: AuditEntry, wanted: string, names: Names): boolean {
  const text = `${entry.seq} ${actorWords(entry.actor, names)} ${entryWords(entry, names)} ${entry.kind}`;
  return text.toLowerCase().includes(wanted.trim().toLowerCase());
}
