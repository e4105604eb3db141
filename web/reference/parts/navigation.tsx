import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { counted } from "../../shared/words.ts";
import type { Entry, Group } from "../reading/entries.ts";
import { found } from "../reading/search.ts";

type NavigationProps = { groups: readonly Group[]; place: string; version: string };

/** Every operation and event, to search and to go to. */
export function Navigation({ groups, place, version }: NavigationProps): JSX.Element {
  const [words, setWords] = useState("");
  const shown = found(groups, words);
  const count = shown.flatMap(({ entries }) => entries).length;
  return (
    <nav class="navigation" aria-label="Operations and events">
      <p class="navigation-brand">
        <a href="#overview">Assay API</a> <span class="hint figures">{version}</span>
      </p>
      <Search words={words} change={setWords} />
      <p class="hint" role="status">
        {words.trim() ? `${counted(count, "match", "matches")}` : ""}
      </p>
      <div class="navigation-groups">
        {shown.map(({ name, title, entries }) => (
          <section key={name} aria-labelledby={`group-${name}`}>
            <h2 id={`group-${name}`}>{title}</h2>
            <ul>
              {entries.map((entry) => (
                <Way key={entry.id} entry={entry} here={entry.id === place} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </nav>
  );
}

function Search({ words, change }: { words: string; change: (words: string) => void }): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      field.current?.focus();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
  return (
    <input
      ref={field}
      class="input"
      type="search"
      aria-label="Search operations, fields and codes"
      placeholder="Search: field, path, code…"
      value={words}
      onInput={(event) => change(event.currentTarget.value)}
    />
  );
}

/** The place one is at comes into view by itself. */
function Way({ entry, here }: { entry: Entry; here: boolean }): JSX.Element {
  const way = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (here) way.current?.scrollIntoView({ block: "nearest" });
  }, [here]);
  return (
    <li>
      <a ref={way} class="way" href={`#${entry.id}`} aria-current={here ? "page" : undefined}>
        <span>{entry.title}</span>
        {entry.method !== "EVENT" && <Method method={entry.method} />}
      </a>
    </li>
  );
}

export const Method = ({ method }: { method: string }): JSX.Element => (
  <span class={`method is-${method.toLowerCase()}`}>{method}</span>
);
