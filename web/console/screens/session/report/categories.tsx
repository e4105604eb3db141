import type { JSX } from "preact";
import type { AnswerOf } from "../../../api/types.ts";
import { barsDrawing, Chart } from "../../../charts/chart.tsx";
import { barsOf } from "../../../charts/figures.ts";
import { Badge } from "../../../parts/badge.tsx";
import { Table } from "../../../parts/table.tsx";
import { gateWords } from "../../../words/gate-words.ts";
import type { Names } from "../../../words/names.ts";
import type { SessionReport } from "./index.tsx";
import { Legend } from "./legend.tsx";

type Result = AnswerOf<"read-result">;
type Frame = SessionReport["playbook"];
type CategoriesProps = { result: Result; frame: Frame; names: Names };

/** Each category's figures, drawn and as a table, and the gates that they have to pass. */
export function Categories({ result, frame, names }: CategoriesProps): JSX.Element {
  const bars = barsOf(result, frame);
  const lines = new Set(bars.rows.map(({ category }) => category)).size + bars.rows.length;
  return (
    <section class="panel" aria-labelledby="categories-title">
      <h2 id="categories-title">Categories</h2>
      <Chart draw={barsDrawing} data={bars} height={26 + lines * 26} />
      <Legend hasGates={bars.gates.length > 0} hasScore={result.stage === "final"} />
      <details class="fold">
        <summary>The figures as a table</summary>
        <Figures result={result} frame={frame} />
      </details>
      {frame.gates.length > 0 && <Gates result={result} frame={frame} names={names} />}
    </section>
  );
}

const figure = (value: string | null): string => value ?? "not yet";

function Figures({ result, frame }: Omit<CategoriesProps, "names">): JSX.Element {
  const shareOf = (id: string) => Number(frame.categories.find((one) => one.id === id)?.assessment_share ?? "1");
  return (
    <Table
      caption="Figures by category"
      rows={result.categories}
      keyOf={({ id }) => id}
      columns={[
        { title: "Category", cell: ({ title }) => title },
        { title: "Weight", cell: ({ weight }) => weight, figures: true },
        { title: "Assessment", cell: ({ assessment }) => figure(assessment), figures: true },
        {
          title: "Interview",
          cell: ({ id, interview }) => (shareOf(id) === 1 ? "no part of it" : figure(interview)),
          figures: true,
        },
        { title: "Score", cell: ({ score }) => figure(score), figures: true },
      ]}
    />
  );
}

const Gates = ({ result, frame, names }: CategoriesProps): JSX.Element => (
  <>
    <h3 class="panel-part">Gates</h3>
    <ul class="gates">
      {frame.gates.map((gate) => {
        const { tone, word, sentence } = gateWords(gate, result, { names, frame });
        return (
          <li key={gate.id} class="gate">
            <Badge tone={tone}>{word}</Badge>
            <div>
              <p>{sentence}</p>
              <p class="hint">{gate.why}</p>
            </div>
          </li>
        );
      })}
    </ul>
  </>
);
