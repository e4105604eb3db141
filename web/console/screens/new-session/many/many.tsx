import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { PlaybookChoice } from "../playbook-choice.tsx";
import { Choose } from "./choose.tsx";
import { readRows } from "./file.ts";
import { Preview } from "./preview.tsx";
import { readSheet, type Sheet } from "./sheet.ts";

type Chosen = { name: string; rows: string[][]; number: number };

/** Many candidates: a playbook, a file, a look at what it holds, then the links. */
export default function Many(): JSX.Element {
  const [playbook, setPlaybook] = useState("");
  const [chosen, choose] = useState<Chosen>();
  const [started, start] = useState(false);
  const take = async (file: File) => {
    const rows = await readRows(file);
    choose((before) => ({ name: file.name, rows, number: (before?.number ?? 0) + 1 }));
    start(false);
  };
  const sheet: Sheet | undefined =
    chosen && playbook ? readSheet(chosen.rows, { playbook, now: Date.now() }) : undefined;
  return (
    <div class="invitation invitation-many">
      {!started && <PlaybookChoice value={playbook} change={setPlaybook} />}
      <Choose chosen={(file) => void take(file)} name={chosen?.name} />
      {chosen && !playbook && <p role="status">Choose a playbook to see what the file holds.</p>}
      {sheet && "trouble" in sheet && <p class="field-error">{sheet.trouble}</p>}
      {sheet && "lines" in sheet && (
        <Preview key={`${chosen?.number} ${playbook}`} lines={sheet.lines} started={() => start(true)} />
      )}
    </div>
  );
}
