import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { counted } from "../../../../shared/words.ts";
import { Badge } from "../../../parts/badge.tsx";
import { Pager } from "../../../parts/pager.tsx";
import { Setback } from "../../../parts/setback.tsx";
import { type Column, Table } from "../../../parts/table.tsx";
import { problemOf, saveLinks } from "./file.ts";
import type { Ready } from "./invite-all.ts";
import { Progress } from "./progress.tsx";
import type { Line } from "./sheet.ts";
import { type Inviting, useInviting } from "./use-inviting.ts";

const SHOWN = 50;

/** Every line with what will become of it, faulty ones first; then what became of it. */
export function Preview({ lines, started }: { lines: Line[]; started: () => void }): JSX.Element {
  const inviting = useInviting();
  const ready = lines.filter((line): line is Line & Ready => "body" in line);
  const begin = () => {
    started();
    void inviting.go(ready);
  };
  return (
    <section class="form" aria-label="What the file holds">
      <h2>
        {counted(ready.length, "line")} ready, {lines.length - ready.length} to mend
      </h2>
      {lines.length > ready.length && (
        <p>Lines to mend are left out. Mend them in the file and choose it again: nobody is invited twice.</p>
      )}
      <Setback error={inviting.error} />
      <Progress all={ready.length} inviting={inviting} begin={begin} save={() => saveLinks(lines, inviting.outcomes)} />
      <Lines lines={lines} outcomes={inviting.outcomes} />
    </section>
  );
}

function Lines({ lines, outcomes }: { lines: Line[]; outcomes: Inviting["outcomes"] }): JSX.Element {
  const [page, turn] = useState(1);
  const ordered = [...lines].sort((a, b) => Number("body" in a) - Number("body" in b) || a.number - b.number);
  const rows = ordered.slice((page - 1) * SHOWN, page * SHOWN);
  return (
    <>
      <Table
        caption="Lines of the file"
        columns={columnsFor(outcomes)}
        rows={rows}
        keyOf={({ number }) => `${number}`}
      />
      <Pager
        number={page}
        previous={page > 1 ? () => turn(page - 1) : undefined}
        next={page * SHOWN < lines.length ? () => turn(page + 1) : undefined}
      />
    </>
  );
}

const columnsFor = (outcomes: Inviting["outcomes"]): Column<Line>[] => [
  { title: "Name", cell: ({ name }) => name || "No name" },
  { title: "Line", cell: ({ number }) => number },
  { title: "E-mail", cell: ({ email }) => email },
  { title: "State", cell: (line) => <State line={line} outcomes={outcomes} /> },
];

function State({ line, outcomes }: { line: Line; outcomes: Inviting["outcomes"] }): JSX.Element {
  const outcome = outcomes.get(line.number);
  const problem = problemOf(line, outcome);
  if (problem) return <span class="field-error">{problem}</span>;
  return outcome ? <Badge tone="good">Invited</Badge> : <Badge tone="waiting">Ready</Badge>;
}
