/** A sign-in that was begun, kept while the person is at the issuer. */
export type Started = {
  state: string;
  nonce: string;
  verifier: string;
  /** Where the person was: the hash of the address. */
  back: string;
  /** The tab that waits for the tokens; this one closes then. */
  channel?: string;
};

const STARTED = "assay:sign-in";
const LEFT = "assay:signed-out";

export const keepStarted = (started: Started): void => sessionStorage.setItem(STARTED, JSON.stringify(started));

/** The sign-in that was begun in this tab, once. */
export function takeStarted(): Started | undefined {
  const kept = sessionStorage.getItem(STARTED);
  sessionStorage.removeItem(STARTED);
  return kept === null ? undefined : (JSON.parse(kept) as Started);
}

/** That the person left on purpose, so that coming back doesn't sign in by itself. */
export const rememberLeaving = (): void => sessionStorage.setItem(LEFT, "yes");

export function takeLeaving(): boolean {
  const left = sessionStorage.getItem(LEFT) !== null;
  sessionStorage.removeItem(LEFT);
  return left;
}
