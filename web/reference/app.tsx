import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { EntryPage } from "./parts/entry-page.tsx";
import { Navigation } from "./parts/navigation.tsx";
import { Overview } from "./parts/overview.tsx";
import type { ApiDocument } from "./reading/document.ts";
import { groupsOf } from "./reading/entries.ts";

/** The interface's document as pages: an overview, and one page for each operation and event. */
export function App({ document: api }: { document: ApiDocument }): JSX.Element {
  const groups = useMemo(() => groupsOf(api), [api]);
  const place = useHash();
  const group = groups.find(({ entries }) => entries.some(({ id }) => id === place));
  const entry = group?.entries.find(({ id }) => id === place);
  const title = entry?.title ?? "API reference";
  useEffect(() => {
    document.title = `${title} · Assay`;
  }, [title]);
  return (
    <div class={entry ? "reference is-entry" : "reference"}>
      <Navigation groups={groups} place={place} version={api.info.version} />
      <main key={entry?.id}>
        {entry && group ? <EntryPage entry={entry} group={group} /> : <Overview info={api.info} groups={groups} />}
      </main>
    </div>
  );
}

export const Trouble = (): JSX.Element => (
  <main class="trouble">
    <h1>The reference can't be read just now</h1>
    <p role="alert">Please reload the page in a moment.</p>
  </main>
);

/** What stands behind `#`; a new place begins at its top, and its heading is read out. */
function useHash(): string {
  const [hash, setHash] = useState(placeNow());
  useEffect(() => {
    const follow = () => {
      setHash(placeNow());
      scrollTo(0, 0);
      requestAnimationFrame(() => document.querySelector("h1")?.focus({ preventScroll: true }));
    };
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return hash;
}

const placeNow = (): string => location.hash.slice(1);
