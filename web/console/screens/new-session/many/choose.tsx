import type { JSX } from "preact";
import { COLUMNS, METADATA } from "./columns.ts";
import { saveTemplate } from "./file.ts";

type ChooseProps = { chosen: (file: File) => void; name: string | undefined };

/** Which file, and what it must look like. */
export const Choose = ({ chosen, name }: ChooseProps): JSX.Element => (
  <fieldset class="panel form">
    <legend>Candidates</legend>
    <p>
      A file with a line for each candidate, as table programs save it (CSV).{" "}
      <button type="button" class="link" onClick={saveTemplate}>
        Download a template
      </button>
    </p>
    <details>
      <summary>The columns</summary>
      <dl class="columns">
        {Object.entries(COLUMNS).map(([column, { about }]) => (
          <div key={column}>
            <dt>
              <code>{column}</code>
            </dt>
            <dd>{about}</dd>
          </div>
        ))}
        <div>
          <dt>
            <code>{METADATA}…</code>
          </dt>
          <dd>Anything of your own, carried along.</dd>
        </div>
      </dl>
    </details>
    <label class="file">
      <span class="button button-quiet">{name ? "Choose another file" : "Choose a file"}</span>
      <span class="hint">{name ?? "Nothing is sent before you have seen what it holds."}</span>
      <input
        class="unseen"
        type="file"
        accept=".csv,text/csv"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = "";
          if (file) chosen(file);
        }}
      />
    </label>
  </fieldset>
);
