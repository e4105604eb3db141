import type { JSX } from "preact";
import { CodeBlock } from "../../../../shared/prose.tsx";
import { counted } from "../../../../shared/words.ts";
import type { Piece } from "../reading/book.ts";

type KeyOf<Type extends Piece["type"]> = Extract<Piece, { type: Type; key: unknown }>["key"];

/** The hidden tests of a function, and a solution that passes them. */
export const CodingKey = ({ value: { tests, reference } }: { value: KeyOf<"coding"> }): JSX.Element => (
  <>
    <p>
      <strong class="item-mark">Right</strong> what passes {counted(tests.length, "hidden test")}; part of the tests is
      part of the points.
    </p>
    <details>
      <summary>Hidden tests</summary>
      <ul class="specimens">
        {tests.map((test) => (
          <li key={test.id}>
            <p>
              {test.title}
              {test.weight !== "1" && <span class="hint"> · weight {test.weight}</span>}
            </p>
            <CodeBlock label={`Test: ${test.title}`} text={testText(test)} />
          </li>
        ))}
      </ul>
    </details>
    <details>
      <summary>Reference solution</summary>
      <CodeBlock text={reference.source} label="Reference solution" />
    </details>
  </>
);

function testText(test: KeyOf<"coding">["tests"][number]): string {
  const given = test.arguments.map((argument) => JSON.stringify(argument)).join(", ");
  const wanted = test.throws ? `throws ${test.throws}` : JSON.stringify(test.expected);
  return `(${given})\n→ ${wanted}${test.input_unchanged ? ", arguments unchanged" : ""}`;
}

/** What of a query earns points, the hidden data, and a query that is right on all of it. */
export const SqlKey = ({ value: { points, data_sets, reference } }: { value: KeyOf<"sql"> }): JSX.Element => (
  <>
    <p>
      <strong class="item-mark">Right</strong> what gives the right rows on{" "}
      {counted(data_sets.length, "hidden data set")}:{" "}
      {Object.entries(points)
        .map(([aspect, earned]) => `${aspect} ${earned}`)
        .join(", ")}{" "}
      points.
    </p>
    <details>
      <summary>Hidden data sets</summary>
      <ul class="specimens">
        {data_sets.map(({ id, title, sql, rows }) => (
          <li key={id}>
            <p>{title}</p>
            <CodeBlock label={`Data set: ${title}`} text={`${sql.trim()}\n\n${rowsText(rows)}`} />
          </li>
        ))}
      </ul>
    </details>
    <details>
      <summary>Reference query</summary>
      <CodeBlock text={reference} label="Reference query" />
    </details>
  </>
);

const rowsText = (rows: readonly (string | null)[][]): string =>
  ["→ rows", ...rows.map((row) => `  ${row.map((cell) => cell ?? "NULL").join(" | ")}`)].join("\n");
