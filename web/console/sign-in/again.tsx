import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Dialog } from "../parts/dialog.tsx";
import { leave } from "./sign-in.ts";
import { type Tokens, tokenStore } from "./tokens.ts";

type Waiting = { answer: (tokens: Tokens) => void };

let waiting: Waiting | undefined;
let changed: () => void = () => {};

/** Asks for a new sign-in over the page as it stands; settles once there are tokens. */
export const askAgain = (): Promise<Tokens> =>
  new Promise((answer) => {
    waiting = { answer };
    changed();
  });

/** Stands on the page for as long as it is open, and shows itself when a sign-in has run out. */
export function SignInAgain(): JSX.Element | null {
  const [, redraw] = useState(0);
  useEffect(() => {
    changed = () => redraw((times) => times + 1);
    if (waiting) changed();
  }, []);
  if (!waiting) return null;
  return (
    <Dialog title="Your sign-in has run out" close={() => void leave()} closeWord="Sign out">
      <p>Sign in again in a small window. This page waits with everything you typed.</p>
      <button type="button" class="button" onClick={signInBeside}>
        Sign in again
      </button>
    </Dialog>
  );
}

function signInBeside(): void {
  const name = `assay:${crypto.randomUUID()}`;
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: MessageEvent<Tokens>) => {
    channel.close();
    takeOver(data);
  };
  window.open(`/console/?again=${encodeURIComponent(name)}`, "assay-sign-in", "popup,width=520,height=720");
}

/** Another person's tokens mean another page: what stood here was the first one's. */
function takeOver(tokens: Tokens): void {
  const before = tokenStore.read()?.subject;
  tokenStore.write(tokens);
  if (before !== undefined && before !== tokens.subject) location.reload();
  else waiting?.answer(tokens);
  waiting = undefined;
  changed();
}
