import type { ComponentChildren, JSX } from "preact";
import type { NumericKey } from "#shared/domain/grading/numeric/schema.ts";
import { CodeBlock } from "../../../../shared/prose.tsx";
import { counted, listed } from "../../../../shared/words.ts";
import type { Piece } from "../reading/book.ts";
import { Rubric } from "./rubric.tsx";
import { CodingKey, SqlKey } from "./run-keys.tsx";

/** What is right, why, and what the key was proven with. */
export const PieceKey = ({ piece }: { piece: Piece }): JSX.Element => (
  <div class="item-key">
    <Right piece={piece} />
    {piece.explanation && <p>{piece.explanation}</p>}
    {piece.specimens.length > 0 && <Specimens specimens={piece.specimens} />}
  </div>
);

function Right({ piece }: { piece: Piece }): JSX.Element | null {
  switch (piece.type) {
    case "numeric":
      return <KeyLine>{numberWords(piece.key)}</KeyLine>;
    case "short_text":
      return (
        <KeyLine>
          {listed(piece.key.accepted.map((text) => `“${text}”`))}
          {piece.key.case_sensitive && ", with these capitals"}
        </KeyLine>
      );
    case "concepts":
      return <Concepts concepts={piece.key.concepts} reference={piece.key.reference} />;
    case "coding":
      return <CodingKey value={piece.key} />;
    case "sql":
      return <SqlKey value={piece.key} />;
    case "written":
      return <Rubric rubric={piece.rubric} />;
    case "code_reading":
      return <Runs runs={piece.snippet.runs} />;
    default:
      return null;
  }
}

const KeyLine = ({ children }: { children: ComponentChildren }): JSX.Element => (
  <p>
    <strong class="item-mark">Right</strong> {children}
  </p>
);

function numberWords({ value, tolerance, unit, words }: NumericKey): string {
  const unitWords = unit.rule === "forbidden" ? "without a unit" : `unit ${unit.rule} (${unit.name})`;
  return [
    value,
    tolerance === "0" ? "exactly" : `± ${tolerance}`,
    unitWords,
    ...(words ? ["also as a word"] : []),
  ].join(", ");
}

type ConceptsKey = Extract<Piece, { type: "concepts" }>["key"];

const Concepts = ({ concepts, reference }: ConceptsKey): JSX.Element => (
  <>
    <KeyLine>{reference}</KeyLine>
    {concepts.map(({ name, phrases, denials }) => (
      <details key={name}>
        <summary>
          Idea: {name} ({counted(phrases.length, "wording")})
        </summary>
        <p class="hint">Said by: {phrases.join(" · ")}</p>
        {denials.length > 0 && <p class="hint">Denied by: {denials.join(" · ")}</p>}
      </details>
    ))}
  </>
);

type SnippetRuns = Extract<Piece, { type: "code_reading" }>["snippet"]["runs"];

const Runs = ({ runs }: { runs: SnippetRuns }): JSX.Element => (
  <ul class="probes">
    {runs.map(({ part, prints, throws }) => (
      <li key={part}>
        Proven by running it, for <code>{part}</code>: {throws ? `throws ${throws}` : `prints ${prints}`}.
      </li>
    ))}
  </ul>
);

type SpecimensProps = { specimens: readonly { name: string; answer: unknown; points: string }[] };

const Specimens = ({ specimens }: SpecimensProps): JSX.Element => (
  <details>
    <summary>Proven with {counted(specimens.length, "specimen answer")}</summary>
    <ul class="specimens">
      {specimens.map(({ name, answer, points }) => (
        <li key={name}>
          <p>
            <span class="figures specimen-points">{points}</span> {name}
          </p>
          <CodeBlock text={answerText(answer)} label={`Specimen: ${name}`} />
        </li>
      ))}
    </ul>
  </details>
);

/** Texts and programs as they are; anything else as JSON. */
function answerText(answer: unknown): string {
  if (typeof answer === "string") return answer;
  const { source, query } = (answer ?? {}) as { source?: unknown; query?: unknown };
  const text = source ?? query;
  return typeof text === "string" ? text : JSON.stringify(answer, null, 2);
}
