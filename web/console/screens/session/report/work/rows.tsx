import type { JSX } from "preact";

const SHOWN = 30;

type RowsProps = { rows: readonly (readonly (string | null)[])[]; columns?: readonly { name: string }[] | undefined };

/** Rows as a database gives them; NULL is told from a text. */
export function Rows({ rows, columns }: RowsProps): JSX.Element {
  if (rows.length === 0) return <p class="answer-none">No rows</p>;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <figure class="rows" aria-label="Rows" tabIndex={0}>
        <table>
          {columns && (
            <thead>
              <tr>
                {columns.map(({ name }, place) => (
                  <th key={place} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {rows.slice(0, SHOWN).map((row, place) => (
              <tr key={place}>
                {row.map((value, column) => (
                  <td key={column}>{value ?? <em>NULL</em>}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </figure>
      {rows.length > SHOWN && <p class="hint">and {rows.length - SHOWN} more rows</p>}
    </>
  );
}
