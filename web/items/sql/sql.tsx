import type { JSX } from "preact";
import type { SqlAnswer, SqlItem } from "#shared/domain/grading/sql/schema.ts";
import { CodeBlock } from "#web/shared/prose.tsx";
import { CodeEditor } from "../editor/code-editor.tsx";
import type { FieldKind, FieldProps, FieldView } from "../field.ts";
import { Runs } from "../runs/runs.tsx";

type Example = Pick<SqlItem["examples"][number], "id" | "title" | "rows"> & { sql?: string };
type View = FieldView & Pick<SqlItem, "schema" | "starter"> & { examples: Example[] };

export const sql: FieldKind<View, SqlAnswer> = {
  Material: Tables,
  Field: SqlField,
  say: (_view, value) => value.query,
};

function SqlField({ view, value, change, name, locked, run }: FieldProps<View, SqlAnswer>): JSX.Element {
  const query = value?.query ?? view.starter;
  return (
    <div class="coding">
      <CodeEditor
        id={`${name}-field`}
        label="Your query, PostgreSQL"
        language="sql"
        value={query}
        change={(text) => change({ query: text })}
        locked={locked}
      />
      <Runs run={run && (() => run({ query }))} locked={locked} />
    </div>
  );
}

function Tables({ view }: { view: View }): JSX.Element {
  return (
    <>
      <details class="examples" open>
        <summary>The tables</summary>
        <CodeBlock text={view.schema} label="The tables, as SQL" />
      </details>
      {view.examples.map((example) => (
        <ExampleData key={example.id} example={example} />
      ))}
    </>
  );
}

function ExampleData({ example }: { example: Example }): JSX.Element {
  return (
    <details class="examples">
      <summary>Example: {example.title}</summary>
      {example.sql && <CodeBlock text={example.sql} label={`Rows of the example ${example.title}`} />}
      <p>A right query gives:</p>
      <CodeBlock
        text={example.rows.map((row) => row.map((cell) => cell ?? "NULL").join(" | ")).join("\n") || "no rows"}
        label="Expected rows"
      />
    </details>
  );
}
