import type { ComponentChildren, JSX } from "preact";
import { CopyButton } from "../../shared/copy-button.tsx";
import { CodeBlock, Line } from "../../shared/prose.tsx";
import { curlOf } from "../reading/curl.ts";
import type { Schema } from "../reading/document.ts";
import type { Caller, Entry, Group, RefusalLine } from "../reading/entries.ts";
import { sampleOf } from "../reading/sample.ts";
import { shapeOf } from "../reading/shape.ts";
import { Method } from "./navigation.tsx";
import { ShapeView } from "./shape-view.tsx";

const CALLERS: { [C in Caller]: string } = {
  key: "Called with an API key.",
  candidate: "Called with the candidate's token: all that follows `#` in the session's `url`.",
  anybody: "Called without a credential.",
  us: "Sent by Assay to webhook endpoints that ask for it.",
};

/** One operation or event: who, how, what goes in, what comes out, and how it says no. */
export const EntryPage = ({ entry, group }: { entry: Entry; group: Group }): JSX.Element => (
  <article class="entry">
    <p class="entry-back">
      <a href="#overview">All operations</a>
    </p>
    <p class="eyebrow">{group.title}</p>
    <h1 tabIndex={-1}>{entry.title}</h1>
    <p class="lede">
      <Line text={`${entry.summary}.`} />
    </p>
    {entry.caller !== "us" && <Address entry={entry} />}
    <p>
      <Line text={`${CALLERS[entry.caller]} ${entry.description}`} />
    </p>
    <div class="entry-columns">
      <div>
        <Parameters entry={entry} />
        {entry.body && <BodyPart body={entry.body} title={entry.caller === "us" ? "Message" : "Body"} />}
        {entry.success.map((answer) => (
          <Success key={answer.status} answer={answer} />
        ))}
        {entry.refusals.length > 0 && <Refusals refusals={entry.refusals} />}
      </div>
      <Samples entry={entry} />
    </div>
  </article>
);

const Address = ({ entry: { method, path } }: { entry: Entry }): JSX.Element => (
  <p class="address">
    <Method method={method} /> <code>{path}</code>
  </p>
);

const Part = ({ title, aside, children }: { title: string; aside?: string; children: ComponentChildren }) => (
  <section class="entry-part">
    <h2>
      {title} {aside && <span class="hint">{aside}</span>}
    </h2>
    {children}
  </section>
);

const PLACES = [
  ["path", "In the path"],
  ["query", "In the query"],
  ["header", "In the headers"],
] as const;

const Parameters = ({ entry: { parameters } }: { entry: Entry }): JSX.Element => (
  <>
    {PLACES.map(([place, title]) => {
      const here = parameters.filter((parameter) => parameter.in === place);
      const fields = here.map(({ name, required, schema, description }) => {
        const shape = shapeOf(schema);
        return { name, required, shape: { ...shape, notes: [...(description ? [description] : []), ...shape.notes] } };
      });
      return (
        fields.length > 0 && (
          <Part key={place} title={title}>
            <ShapeView shape={{ type: "object", notes: [], values: [], choices: [], fields }} />
          </Part>
        )
      );
    })}
  </>
);

const BodyPart = ({ body, title }: { body: NonNullable<Entry["body"]>; title: string }): JSX.Element => (
  <Part title={title} aside={body.required ? "" : "may be left out"}>
    <ShapeView shape={shapeOf(body.schema)} />
  </Part>
);

const Success = ({ answer: { status, description, schema } }: { answer: Entry["success"][number] }): JSX.Element => (
  <Part title={`Answer ${status}`} aside={schema ? "" : "without a body"}>
    {schema ? <ShapeView shape={shapeOf(schema)} /> : <p>{description}.</p>}
  </Part>
);

const Refusals = ({ refusals }: { refusals: readonly RefusalLine[] }): JSX.Element => (
  <Part title="Refusals">
    <ul class="refusals">
      {refusals.map(({ status, code, title }) => (
        <li key={`${status} ${code}`}>
          <span class="refusal-status figures">{status}</span>
          <span>
            {code && <code>{code}</code>} <Line text={title} />
          </span>
        </li>
      ))}
    </ul>
  </Part>
);

const json = (schema: Schema): string => JSON.stringify(sampleOf(schema, { fields: "all" }), null, 2);

const Samples = ({ entry }: { entry: Entry }): JSX.Element => {
  const answer = entry.success.find(({ schema }) => schema)?.schema;
  return (
    <aside class="samples" aria-label="Samples">
      {entry.caller === "us" ? (
        entry.body && <Sample title="A message" text={json(entry.body.schema)} />
      ) : (
        <Sample title="Call" text={curlOf(entry)} />
      )}
      {answer && <Sample title="An answer" text={json(answer)} />}
    </aside>
  );
};

const Sample = ({ title, text }: { title: string; text: string }): JSX.Element => (
  <section class="sample">
    <div class="sample-head">
      <h2>{title}</h2>
      <CopyButton text={text} />
    </div>
    <CodeBlock text={text} label={title} />
  </section>
);
