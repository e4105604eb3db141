import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { AuditEntry } from "../../../api/whole-log.ts";
import { Code } from "../../../code/code.tsx";
import { Badge } from "../../../parts/badge.tsx";
import { Moment } from "../../../parts/moment.tsx";
import { actorWords, entryWords } from "../../../words/entry-words.ts";
import type { Names } from "../../../words/names.ts";

/** One entry: who did what and when, in words; as it stands in the log where somebody asks for it. */
export function Entry({ entry, names }: { entry: AuditEntry; names: Names }): JSX.Element {
  const [open, show] = useState(false);
  const { seq, at, actor, payload } = entry;
  return (
    <li class="log-entry">
      <span class="log-seq">{seq}</span>
      <span class="log-time">
        <Moment at={at} exact />
      </span>
      <div>
        <p>
          <strong>{actorWords(actor, names)}</strong> {entryWords(entry, names)}.{" "}
          {payload === undefined && <Badge tone="over">Erased</Badge>}
        </p>
        <details onToggle={(event) => show(event.currentTarget.open)}>
          <summary class="log-raw" aria-label={`Entry ${seq} as it stands`}>
            As it stands
          </summary>
          {open && <Code label={`Entry ${seq}`} language="json" text={JSON.stringify(entry, null, 2)} />}
        </details>
      </div>
    </li>
  );
}
