import type { JSX } from "preact";
import { Badge } from "../../parts/badge.tsx";
import { type Column, Table } from "../../parts/table.tsx";
import { type BlindItem, figureOf, type Revealed, revealed } from "./marks.ts";

/** Why a grade came to a person. */
const CAUSES: { [cause: string]: string } = {
  needs_review: "The machine wasn't sure.",
  decides_gate: "It decides a gate.",
  near_band: "It lies within a point of a band's edge.",
  sampled: "It was drawn by lot: one grade in ten is.",
  objection: "The candidate objected.",
};

type RevealProps = { item: BlindItem; next: () => void; correct: (() => void) | undefined };

/** The reviewer's mark beside the machine's. */
export function Reveal({ item, next, correct }: RevealProps): JSX.Element {
  const rows = revealed(item);
  const difference = differenceOf(rows.at(-1));
  return (
    <>
      <p>
        <Badge tone={difference === 0 ? "good" : "attention"}>{sayDifference(difference)}</Badge>
      </p>
      <Table caption="Your mark and the machine's" columns={columns} rows={rows} keyOf={({ title }) => title} />
      <details>
        <summary>How the machine marked it</summary>
        <ul class="blind-looks">
          {(item.machine?.working ?? []).map(({ text }, place) => (
            <li key={place}>{text}</li>
          ))}
        </ul>
      </details>
      {item.because && <p class="hint">{item.because.map((cause) => CAUSES[cause] ?? cause).join(" ")}</p>}
      <p class="button-row">
        <button type="button" class="button" onClick={next}>
          Next answer
        </button>
        {correct && (
          <button type="button" class="button button-quiet" onClick={correct}>
            Correct my mark
          </button>
        )}
      </p>
    </>
  );
}

const differenceOf = (row: Revealed | undefined): number =>
  row ? Number((figureOf(row.own) - figureOf(row.machine)).toFixed(2)) : 0;

function sayDifference(difference: number): string {
  if (difference === 0) return "You and the machine agree";
  return `You gave ${Math.abs(difference)} ${difference > 0 ? "more" : "less"} than the machine`;
}

const columns: readonly Column<Revealed>[] = [
  { title: "Criterion", cell: ({ title }) => title },
  { title: "Yours", figures: true, cell: ({ own }) => own },
  { title: "Machine", figures: true, cell: ({ machine }) => machine },
  { title: "Of", figures: true, cell: ({ max }) => max },
];
