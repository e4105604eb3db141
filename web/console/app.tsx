import { QueryClientProvider } from "@tanstack/preact-query";
import type { JSX } from "preact";
import { Route, Router, Switch } from "wouter-preact";
import { createCache } from "./api/cache.ts";
import { createCall, createDownload } from "./api/client.ts";
import { CallContext, DownloadContext, useRead } from "./api/hooks.ts";
import { Home, NotHere } from "./layout/home.tsx";
import { Layout } from "./layout/layout.tsx";
import { MeContext } from "./me.ts";
import { Lazy } from "./parts/lazy.tsx";
import { Page } from "./parts/page.tsx";
import { Setback } from "./parts/setback.tsx";
import { Toasts } from "./parts/toasts.tsx";
import { useHashLocation, useHashSearch } from "./routing/location.ts";
import { screens } from "./screens.ts";
import { createAccess } from "./sign-in/access.ts";
import { askAgain, SignInAgain } from "./sign-in/again.tsx";
import { leave, refreshTokens } from "./sign-in/sign-in.ts";
import { tokenStore } from "./sign-in/tokens.ts";

const cache = createCache();
const access = createAccess({ store: tokenStore, refresh: refreshTokens, ask: askAgain, now: () => Date.now() });
const call = createCall(access);
const download = createDownload(access);

/** The console of somebody who is signed in. */
export const App = (): JSX.Element => (
  <QueryClientProvider client={cache}>
    <CallContext.Provider value={call}>
      <DownloadContext.Provider value={download}>
        <Router hook={useHashLocation} searchHook={useHashSearch}>
          <SignedIn />
        </Router>
      </DownloadContext.Provider>
      <Toasts />
      <SignInAgain />
    </CallContext.Provider>
  </QueryClientProvider>
);

function SignedIn(): JSX.Element {
  const { data, error, refetch } = useRead("read-me", {});
  if (!data) return <Layout>{Boolean(error) && <NoEntry error={error} again={() => void refetch()} />}</Layout>;
  return (
    <MeContext.Provider value={data}>
      <Layout>
        <Screens />
      </Layout>
    </MeContext.Provider>
  );
}

const NoEntry = (trouble: { error: unknown; again: () => void }): JSX.Element => (
  <Page title="The console can't be opened">
    <Setback {...trouble} />
    <button type="button" class="link" onClick={() => void leave()}>
      Sign in as somebody else
    </button>
  </Page>
);

const Screens = (): JSX.Element => (
  <Switch>
    {screens.map((screen) => (
      <Route key={screen.path} path={screen.path}>
        <Lazy load={screen.load} props={{}} />
      </Route>
    ))}
    <Route path="/">
      <Home />
    </Route>
    <Route>
      <NotHere />
    </Route>
  </Switch>
);
