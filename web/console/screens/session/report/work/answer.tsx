import type { JSX } from "preact";
import type { AnswerOf } from "../../../../api/types.ts";
import { Code } from "../../../../code/code.tsx";
import { marksOf, type TextMark } from "../../../../words/marked-text.ts";
import { MarkedText } from "./marked-text.tsx";

type WorkingLine = AnswerOf<"read-result">["items"][number]["working"][number];
type Option = { id: string; text: string };

/** An item as its candidate saw it; which fields there are depends on its type. */
export type Asked = {
  id: string;
  type: string;
  title: string;
  prompt: string;
  options?: Option[];
  left?: Option[];
  right?: Option[];
  parts?: Asked[];
  snippet?: { language: string; source: string };
};

type AnswerProps = { asked: Asked | undefined; value: unknown; working: readonly WorkingLine[] };

/** What was answered, as people read it: code in colours, choices by their text, texts with the words that count. */
export const Answer = ({ asked, value, working }: AnswerProps): JSX.Element => (
  <Value asked={asked} value={value} marks={marksOf(working)} path={null} />
);

type ValueProps = { asked: Asked | undefined; value: unknown; marks: TextMark[]; path: string | null };

function Value({ asked, value, marks, path }: ValueProps): JSX.Element {
  if (value === null || value === undefined) return <p class="answer-none">Nothing was answered.</p>;
  if (asked?.parts) return <Parts asked={asked} value={value} marks={marks} path={path} />;
  if (isSource(value)) return <Code label="Answer" language={value.language} text={value.source} />;
  if (isQuery(value)) return <Code label="Answer" language="sql" text={value.query} />;
  if (asked?.left && isRecord(value)) return <Pairs asked={asked} value={value} />;
  if (asked?.options) return <Choices options={asked.options} value={value} />;
  if (typeof value === "string") return <MarkedText text={value} marks={marks.filter(({ part }) => part === path)} />;
  return <Code label="Answer" language="json" text={JSON.stringify(value, null, 2)} />;
}

const isRecord = (value: unknown): value is { [key: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isSource = (value: unknown): value is { language: string; source: string } =>
  isRecord(value) && typeof value["source"] === "string" && typeof value["language"] === "string";
const isQuery = (value: unknown): value is { query: string } => isRecord(value) && typeof value["query"] === "string";

function Parts({ asked, value, marks, path }: ValueProps & { asked: Asked }): JSX.Element {
  const given = isRecord(value) ? value : {};
  return (
    <>
      {asked.snippet && <Code label="The code to read" language={asked.snippet.language} text={asked.snippet.source} />}
      <dl class="answer-parts">
        {asked.parts!.map((part) => (
          <div key={part.id}>
            <dt>{part.title}</dt>
            <dd>
              <Value
                asked={part}
                value={given[part.id]}
                marks={marks}
                path={path === null ? part.id : `${path}.${part.id}`}
              />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Choices({ options, value }: { options: Option[]; value: unknown }): JSX.Element {
  const textOf = (id: unknown) => options.find((option) => option.id === id)?.text ?? String(id);
  if (Array.isArray(value)) {
    return (
      <ol class="answer-list">
        {value.map((id) => (
          <li key={String(id)}>{textOf(id)}</li>
        ))}
      </ol>
    );
  }
  if (!isRecord(value)) return <p class="answer-text">{textOf(value)}</p>;
  return (
    <dl class="answer-parts">
      {Object.entries(value).map(([name, id]) => (
        <div key={name}>
          <dt>{name.charAt(0).toUpperCase() + name.slice(1)}</dt>
          <dd>{textOf(id)}</dd>
        </div>
      ))}
    </dl>
  );
}

const Pairs = ({ asked, value }: { asked: Asked; value: { [left: string]: unknown } }): JSX.Element => (
  <dl class="answer-parts">
    {asked.left!.map(({ id, text }) => (
      <div key={id}>
        <dt>{text}</dt>
        <dd>{asked.right?.find((option) => option.id === value[id])?.text ?? "nothing"}</dd>
      </div>
    ))}
  </dl>
);
