import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { CodingAnswer, CodingItem } from "#shared/domain/grading/coding/schema.ts";
import { literal } from "#web/shared/literal.ts";
import { CodeBlock } from "#web/shared/prose.tsx";
import { CodeEditor } from "../editor/code-editor.tsx";
import type { FieldKind, FieldProps, FieldView } from "../field.ts";
import { Runs } from "../runs/runs.tsx";

type Example = Pick<CodingItem["examples"][number], "id" | "title" | "arguments" | "expected">;
type View = FieldView & Pick<CodingItem, "entry" | "languages" | "starter"> & { examples: Example[] };

const NAMES = { javascript: "JavaScript", typescript: "TypeScript" };

export const coding: FieldKind<View, CodingAnswer> = {
  Material: Examples,
  Field: CodingField,
  say: (_view, value) => value.source,
};

function CodingField(props: FieldProps<View, CodingAnswer>): JSX.Element {
  const { view, value, change, name, locked, run } = props;
  const [chosen, choose] = useState(value?.language ?? view.languages[0] ?? "javascript");
  const language = value?.language ?? chosen;
  const source = value?.source ?? view.starter[language] ?? "";
  const switchTo = (next: CodingAnswer["language"]) => {
    choose(next);
    if (value)
      change({
        language: next,
        source: value.source === view.starter[language] ? (view.starter[next] ?? "") : value.source,
      });
  };
  return (
    <div class="coding">
      {view.languages.length > 1 && (
        <LanguageChoice languages={view.languages} language={language} name={name} locked={locked} choose={switchTo} />
      )}
      <CodeEditor
        id={`${name}-field`}
        label={`Your ${NAMES[language]}: the function ${view.entry}`}
        language={language}
        value={source}
        change={(text) => change({ language, source: text })}
        locked={locked}
      />
      <Runs run={run && (() => run({ language, source }))} locked={locked} />
    </div>
  );
}

function Examples({ view: { entry, examples } }: { view: View }): JSX.Element | null {
  if (examples.length === 0) return null;
  return (
    <details class="examples" open>
      <summary>Examples ({examples.length})</summary>
      {examples.map((example) => (
        <figure key={example.id}>
          <figcaption>{example.title}</figcaption>
          <CodeBlock text={callText(entry, example)} label={`Example: ${example.title}`} />
        </figure>
      ))}
    </details>
  );
}

/** An example as code: the call, and what it returns. */
export function callText(entry: string, example: Pick<Example, "arguments" | "expected">): string {
  const given = example.arguments.map((argument) => literal(argument)).join(", ");
  return `${entry}(${given})\n// → ${literal(example.expected)}`;
}

type ChoiceProps = {
  languages: View["languages"];
  language: CodingAnswer["language"];
  name: string;
  locked: boolean;
  choose: (language: CodingAnswer["language"]) => void;
};

function LanguageChoice({ languages, language, name, locked, choose }: ChoiceProps): JSX.Element {
  return (
    <fieldset class="segments">
      <legend class="unseen">Language</legend>
      {languages.map((option) => (
        <label key={option} class="segment">
          <input
            type="radio"
            name={`${name}-language`}
            checked={option === language}
            disabled={locked}
            onChange={() => choose(option)}
          />
          <span>{NAMES[option]}</span>
        </label>
      ))}
    </fieldset>
  );
}
