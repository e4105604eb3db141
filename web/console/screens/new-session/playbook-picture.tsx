import type { JSX } from "preact";
import type { Playbook } from "#shared/domain/playbook/schema.ts";
import { counted, minutesInWords } from "../../../shared/words.ts";
import { useRead } from "../../api/hooks.ts";
import { Loaded } from "../../parts/loaded.tsx";

type Section = Pick<Playbook["sections"][number], "id" | "title" | "minutes" | "items">;

/** The sections of a playbook by their length. */
export function PlaybookPicture({ playbook }: { playbook: string }): JSX.Element {
  const published = useRead("read-playbook", { playbook });
  return (
    <Loaded of={published}>
      {(found) => <Sections sections={(found.playbook as unknown as { sections: Section[] }).sections} />}
    </Loaded>
  );
}

function Sections({ sections }: { sections: Section[] }): JSX.Element {
  const longest = Math.max(...sections.map(({ minutes }) => Number(minutes)));
  const all = sections.reduce((sum, { minutes }) => sum + Number(minutes), 0);
  return (
    <div class="picture">
      <p>
        {counted(sections.length, "section")}, {minutesInWords(String(all))} in all
      </p>
      <ol>
        {sections.map(({ id, title, minutes, items }) => (
          <li key={id}>
            <span>{title}</span>
            <span class="hint figures">
              {minutesInWords(minutes)}, {counted(items.length, "question")}
            </span>
            <span class="picture-bar" style={{ inlineSize: `${(Number(minutes) / longest) * 100}%` }} />
          </li>
        ))}
      </ol>
    </div>
  );
}
