import type { ComponentChildren, JSX } from "preact";

export type Column<Row> = {
  title: string;
  cell: (row: Row) => ComponentChildren;
  /** Figures stand at the end, under each other. */
  figures?: boolean;
};

type TableProps<Row> = {
  /** What the table holds, for those who don't see the page around it. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
};

/** Rows under headings; on a phone each row is a card with its headings inside. The first column names the row. */
export const Table = <Row,>({ caption, columns, rows, keyOf }: TableProps<Row>): JSX.Element => (
  <table class="table">
    <caption class="unseen">{caption}</caption>
    <thead>
      <tr>
        {columns.map(({ title, figures }) => (
          <th key={title} scope="col" class={figures ? "is-figures" : undefined}>
            {title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={keyOf(row)}>
          {columns.map((column, place) => (
            <Cell key={column.title} column={column} first={place === 0}>
              {column.cell(row)}
            </Cell>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

type CellProps<Row> = { column: Column<Row>; first: boolean; children: ComponentChildren };

function Cell<Row>({ column, first, children }: CellProps<Row>): JSX.Element {
  if (first) return <th scope="row">{children}</th>;
  return (
    <td class={column.figures ? "is-figures" : undefined} data-head={column.title}>
      {children}
    </td>
  );
}
