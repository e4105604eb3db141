import type { JSX } from "preact";
import { Redirect } from "wouter-preact";
import { useMe } from "../me.ts";
import { Page } from "../parts/page.tsx";
import { screens } from "../screens.ts";
import { homeOf } from "./navigation.ts";

/** Sends everybody to where they begin. */
export function Home(): JSX.Element {
  const home = homeOf(useMe(), screens);
  return home ? <Redirect to={home} replace /> : <Nothing />;
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
