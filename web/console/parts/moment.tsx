import type { JSX } from "preact";

/** A moment on the person's own clock; a dash where there is none. */
export const Moment = ({ at }: { at: string | null }): JSX.Element =>
  at === null ? <span class="nothing">none</span> : <time dateTime={at}>{shortMoment(at)}</time>;

const shortMoment = (at: string): string =>
  new Date(at).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
