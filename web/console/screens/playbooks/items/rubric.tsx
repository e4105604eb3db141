import type { JSX } from "preact";
import { Prose } from "../../../../shared/prose.tsx";
import { pointsInWords } from "../../../../shared/words.ts";
import type { Piece } from "../reading/book.ts";

type RubricOf = Extract<Piece, { type: "written" }>["rubric"];

/** What a written answer earns its points with. */
export const Rubric = ({ rubric }: { rubric: RubricOf }): JSX.Element => (
  <>
    <ul class="rubric">
      {rubric.criteria.map((criterion) => (
        <li key={criterion.id}>
          <p>
            <strong>{criterion.title}</strong>{" "}
            <span class="hint">
              {pointsInWords(criterion.points)} · {criterion.kind}
            </span>
          </p>
          <ul class="probes" aria-label={`Checks: ${criterion.title}`}>
            {criterion.checks.map((check) => (
              <li key={check.id}>
                {check.title}
                {check.weight !== "1" && <span class="hint"> · weight {check.weight}</span>}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
    <details>
      <summary>An answer that scores full points</summary>
      <Prose text={rubric.reference} />
    </details>
  </>
);
