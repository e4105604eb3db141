import type { JSX } from "preact";
import type { Checked } from "./verify-file.ts";

const SIGNS = { holds: "✓", fails: "✗", note: "•" };
const WORDS = { holds: "Holds", fails: "Fails", note: "Note" };

/** The verdict first, then why. */
export function Report({ file, checked }: { file: string; checked: Checked }): JSX.Element {
  return (
    <section class={checked.holds ? "verify-report is-good" : "verify-report is-bad"} aria-labelledby="verdict">
      <h2 id="verdict">{sentence(checked.verdict)}</h2>
      <p class="hint">{checked.subject ?? file}</p>
      <ul>
        {checked.lines.map(({ kind, text }) => (
          <li key={text} class={`is-${kind}`}>
            <span aria-hidden="true">{SIGNS[kind]}</span>
            <span>
              <span class="unseen">{WORDS[kind]}: </span>
              {text}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const sentence = (verdict: string): string =>
  verdict.charAt(0) + verdict.slice(1).replace(/^[A-Z, ]+/, (shout) => shout.toLowerCase());
