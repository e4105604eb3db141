import { QueryClientProvider } from "@tanstack/preact-query";
import type { JSX } from "preact";
import { Route, Router, Switch } from "wouter-preact";
import { createCache } from "./api/cache.ts";
import { createCall } from "./api/client.ts";
import { CallContext, useRead } from "./api/hooks.ts";
import { Home, NotHere } from "./layout/home.tsx";
import { Layout } from "./layout/layout.tsx";
import { MeContext } from "./me.ts";
import { Lazy } from "./parts/lazy.tsx";
import { Loaded } from "./parts/loaded.tsx";
import { Toasts } from "./parts/toasts.tsx";
import { useHashLocation, useHashSearch } from "./routing/location.ts";
import { screens } from "./screens.ts";
import { createAccess } from "./sign-in/access.ts";
import { askAgain, SignInAgain } from "./sign-in/again.tsx";
import { refreshTokens } from "./sign-in/sign-in.ts";
import { tokenStore } from "./sign-in/tokens.ts";

const cache = createCache();
const call = createCall(
  createAccess({ store: tokenStore, refresh: refreshTokens, ask: askAgain, now: () => Date.now() }),
);

/** The console of somebody who is signed in. */
export const App = (): JSX.Element => (
  <QueryClientProvider client={cache}>
    <CallContext.Provider value={call}>
      <Router hook={useHashLocation} searchHook={useHashSearch}>
        <SignedIn />
      </Router>
      <Toasts />
      <SignInAgain />
    </CallContext.Provider>
  </QueryClientProvider>
);

function SignedIn(): JSX.Element {
  const me = useRead("read-me", {});
  return (
    <Loaded of={me} waiting={<Layout />}>
      {(found) => (
        <MeContext.Provider value={found}>
          <Layout>
            <Screens />
          </Layout>
        </MeContext.Provider>
      )}
    </Loaded>
  );
}

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
