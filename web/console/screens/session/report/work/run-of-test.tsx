import type { ComponentChildren, JSX } from "preact";
import { literal } from "../../../../../shared/literal.ts";
import { Code } from "../../../../code/code.tsx";
import { type Run, runFor, type TestLine, testFor } from "../../../../words/runs.ts";
import type { AskedItem } from "./item-work.tsx";
import { Rows } from "./rows.tsx";

type Tests = AskedItem["tests"];
type RunOfTestProps = { line: TestLine; tests: Tests; evidence: readonly unknown[]; children: ComponentChildren };

/** A line of the working; behind one about a test, what was given in, what had to come back and what came. */
export function RunOfTest({ line, tests, evidence, children }: RunOfTestProps): JSX.Element {
  const test = testFor(line, tests);
  if (!test) return <p>{children}</p>;
  const run = runFor(test, evidence);
  return (
    <details class="run" open={/_failed$|_wrong$/.test(line.code)}>
      <summary>{children}</summary>
      <dl class="run-facts">
        {typeof test.input === "string" ? (
          <Fact name="Data">
            <Code label={`Data of ${test.title}`} language="sql" text={test.input.trim()} />
          </Fact>
        ) : (
          <Fact name="Called with">
            <Code label={`Input of ${test.title}`} language="javascript" text={argumentsText(test.input)} />
          </Fact>
        )}
        <Fact name="Expected">
          <Expected test={test} />
        </Fact>
        <Fact name="Came back">{run ? <CameBack run={run} title={test.title} /> : "It wasn't run."}</Fact>
      </dl>
    </details>
  );
}

const Fact = ({ name, children }: { name: string; children: ComponentChildren }): JSX.Element => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const argumentsText = (input: Tests[number]["input"]): string =>
  Array.isArray(input) ? input.map(literal).join(", ") || "(nothing)" : literal(input);

function Expected({ test }: { test: Tests[number] }): JSX.Element {
  if (test.throws !== null) return <p>An error: {test.throws}</p>;
  if (typeof test.input === "string") return <Rows rows={test.expected as (string | null)[][]} />;
  return <Code label={`Expected by ${test.title}`} language="javascript" text={literal(test.expected)} />;
}

function CameBack({ run, title }: { run: Run; title: string }): JSX.Element {
  return (
    <>
      {run.message && <p class="run-message">{run.message}</p>}
      {run.rows && <Rows rows={run.rows} columns={run.columns} />}
      {run.value && <Code label={`Result of ${title}`} language="javascript" text={valueText(run.value)} />}
      {run.console && <Code label={`Printed by ${title}`} language="text" text={run.console} />}
      <p class="hint">{run.fuel.toLocaleString()} steps</p>
    </>
  );
}

const valueText = (value: NonNullable<Run["value"]>): string =>
  "text" in value
    ? literal(JSON.parse(value.text))
    : `A value of ${value.bytes.toLocaleString()} bytes, too large to be kept`;
