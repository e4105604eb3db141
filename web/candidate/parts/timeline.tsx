import type { JSX } from "preact";
import type { TakeView } from "#shared/contracts/shapes/take.ts";
import { counted, minutesInWords } from "#web/shared/words.ts";

type Section = TakeView["sections"][number];

type Props = { sections: Section[]; next?: string | undefined; untimed?: boolean };

/** The sections in their order, each as long as its time: what is done, what runs, what comes. */
export function Timeline({ sections, next, untimed }: Props): JSX.Element {
  return (
    <ol class="timeline" aria-label="Sections">
      {sections.map((section, index) => (
        <li
          key={section.id}
          class={`stretch is-${section.status}${section.id === next ? " is-next" : ""}`}
          style={{ flexGrow: Math.max(1, Number(section.minutes)) }}
        >
          <span class="stretch-line" aria-hidden="true" />
          <span class="stretch-number" aria-hidden="true">
            {section.status === "closed" ? "✓" : index + 1}
          </span>
          <span class="stretch-title">{section.title}</span>
          <span class="stretch-facts">
            {!untimed && <span>{minutesInWords(section.minutes)}</span>}{" "}
            <span>{counted(section.items, "question")}</span> <span>{stateInWords(section, section.id === next)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

function stateInWords(section: Section, next: boolean): string {
  if (section.status === "closed") return "done";
  return next ? "next" : "";
}
