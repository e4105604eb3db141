import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { counted } from "../../../../shared/words.ts";
import type { ShownViolation } from "./draft.ts";

/** Everything that keeps a playbook from being published: where, what, and what helps. */
export function Violations({ violations }: { violations: readonly ShownViolation[] }): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [violations]);
  return (
    <section>
      <h2 ref={heading} tabIndex={-1}>
        {counted(violations.length, "thing")} to repair
      </h2>
      <ol class="violations">
        {violations.map((violation, place) => (
          <li key={place} class="panel violation">
            <p class="hint">
              {violation.file}, line {violation.line}
              {violation.path && (
                <>
                  {" · "}
                  <code>{violation.path}</code>
                </>
              )}
            </p>
            <p class="violation-message">{sentence(violation.message)}</p>
            {violation.remedy && <p>What helps: {violation.remedy}.</p>}
            <Excerpt violation={violation} />
          </li>
        ))}
      </ol>
    </section>
  );
}

const sentence = (message: string): string => `${message[0]?.toUpperCase()}${message.slice(1).replace(/\.$/, "")}.`;

const Excerpt = ({ violation: { lines, line } }: { violation: ShownViolation }): JSX.Element | false =>
  lines.some(({ text }) => text.trim() !== "") && (
    <pre class="excerpt">
      {lines.map(({ number, text }) => (
        <span key={number} class={number === line ? "excerpt-line is-here" : "excerpt-line"}>
          <span class="excerpt-number figures">{number}</span>
          {text}
          {"\n"}
        </span>
      ))}
    </pre>
  );
