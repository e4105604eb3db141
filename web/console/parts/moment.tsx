import type { JSX } from "preact";
import { shortMoment, utcMoment } from "../words/moments.ts";

/** A moment on the person's own clock, in UTC for who points at it; a dash where there is none. */
export function Moment({ at }: { at: string | null }): JSX.Element {
  if (at === null) return <NoMoment />;
  return (
    <time dateTime={at} title={utcMoment(at)}>
      {shortMoment(at)}
    </time>
  );
}

const NoMoment = (): JSX.Element => (
  <span>
    <span aria-hidden="true">–</span>
    <span class="unseen">none</span>
  </span>
);
