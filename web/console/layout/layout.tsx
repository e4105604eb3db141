import type { ComponentChildren, JSX } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { Mark } from "../../shared/mark.tsx";
import { MeContext } from "../me.ts";
import { Person } from "../parts/person.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import { screens } from "../screens.ts";
import { leave } from "../sign-in/sign-in.ts";
import { entriesFor, isAt } from "./navigation.ts";

/** The page around every screen; without children while it isn't known yet who is signed in. */
export function Layout({ children }: { children?: ComponentChildren }): JSX.Element {
  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById("main")?.focus()}>
        Skip to the content
      </button>
      <div class="console">
        <Side />
        <main id="main" tabIndex={-1}>
          {children || <Skeleton lines={6} />}
        </main>
      </div>
    </>
  );
}

/** Beside the content on wide windows, a bar with a menu on narrow ones. */
function Side(): JSX.Element {
  const [location] = useLocation();
  const [open, show] = useState(false);
  useEffect(() => show(false), [location]);
  return (
    <header class="side">
      <a class="brand" href="#/">
        <Mark />
        <span class="brand-name">Assay</span>
      </a>
      <button
        type="button"
        class="side-menu button button-quiet"
        aria-expanded={open}
        aria-controls="side-inside"
        onClick={() => show(!open)}
      >
        Menu
      </button>
      <div id="side-inside" class={open ? "side-inside is-open" : "side-inside"}>
        <Places at={location} />
        <Account />
      </div>
    </header>
  );
}

function Places({ at }: { at: string }): JSX.Element {
  const me = useContext(MeContext);
  return (
    <nav aria-label="Console">
      <ul class="places">
        {me &&
          entriesFor(me, screens).map((entry) => (
            <li key={entry.path}>
              <a class="place" href={`#${entry.path}`} aria-current={isAt(at, entry) ? "page" : undefined}>
                {entry.label}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}

function Account(): JSX.Element | null {
  const me = useContext(MeContext);
  if (!me) return null;
  return (
    <div class="account">
      <p class="account-name">
        <Person id={me.id} />
      </p>
      <p class="hint">{me.roles.join(", ")}</p>
      <button type="button" class="link" onClick={() => void leave()}>
        Sign out
      </button>
    </div>
  );
}
