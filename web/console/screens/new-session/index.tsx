import type { JSX } from "preact";
import { useParams } from "wouter-preact";
import { Empty } from "../../parts/empty.tsx";
import { Lazy } from "../../parts/lazy.tsx";
import { Page } from "../../parts/page.tsx";
import { SubNavigation } from "../../parts/sub-navigation.tsx";

const WAYS = [
  { path: "", label: "One candidate", load: () => import("./one.tsx") },
  { path: "many", label: "Many, from a file", load: () => import("./many/many.tsx") },
];

/** Inviting: one candidate by a form, or many by a file. */
export default function NewSession(): JSX.Element {
  const { way = "" } = useParams<{ way?: string }>();
  const shown = WAYS.find(({ path }) => path === way);
  return (
    <Page title="Invite candidates" crumbs={[["Sessions", "#/sessions"]]}>
      <SubNavigation label="Ways to invite" base="/sessions/new" places={WAYS} at={way} />
      {shown ? <Lazy key={way} load={shown.load} props={{}} /> : <Empty title="There is no such way" />}
    </Page>
  );
}
