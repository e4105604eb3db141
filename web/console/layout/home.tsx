import type { JSX } from "preact";
import { Redirect } from "wouter-preact";
import { useMe } from "../me.ts";
import { Page } from "../parts/page.tsx";
import { screens } from "../screens.ts";
import { entriesFor } from "./navigation.ts";

/** Where somebody begins: the first place that is theirs. */
export function Home(): JSX.Element {
  const first = entriesFor(useMe(), screens)[0];
  return first ? <Redirect to={first.path} replace /> : <Nothing />;
}

const Nothing = (): JSX.Element => (
  <Page title="Nothing to do here yet">
    <p>You are signed in, but no role was given to you. Ask an administrator for one.</p>
  </Page>
);

export const NotHere = (): JSX.Element => (
  <Page title="There is nothing here">
    <p>
      The address leads nowhere, or not any more. <a href="#/">Go to the start</a>
    </p>
  </Page>
);
