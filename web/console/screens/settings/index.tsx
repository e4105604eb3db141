import type { JSX } from "preact";
import { Redirect, useParams } from "wouter-preact";
import { mayCall } from "../../may.ts";
import { useMe } from "../../me.ts";
import { Empty } from "../../parts/empty.tsx";
import { Lazy } from "../../parts/lazy.tsx";
import { Page } from "../../parts/page.tsx";
import { SubNavigation } from "../../parts/sub-navigation.tsx";
import { places } from "./places.ts";

/** What the company has set, as far as the person may see it. */
export default function Settings(): JSX.Element {
  const { place: at = "" } = useParams<{ place?: string }>();
  const me = useMe();
  const open = places.filter(({ needs }) => mayCall(me, needs));
  const shown = open.find(({ path }) => path === at);
  if (at === "" && open[0]) return <Redirect to={`/settings/${open[0].path}`} replace />;
  return (
    <Page title="Settings">
      <SubNavigation label="Settings" base="/settings" places={open} at={at} />
      {shown ? (
        <Lazy key={shown.path} load={shown.load} props={{}} />
      ) : (
        <Empty title="There is nothing here for you">
          <p>Either there is no such place, or it takes a role that you don't have.</p>
        </Empty>
      )}
    </Page>
  );
}
