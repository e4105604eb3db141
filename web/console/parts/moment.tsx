import type { JSX } from "preact";
import { exactMoment, shortMoment, utcMoment } from "../words/moments.ts";

type MomentProps = { at: string | null /** To the second. */; exact?: boolean };

/** A moment on the person's own clock, in UTC for who points at it; a dash where there is none. */
export function Moment({ at, exact = false }: MomentProps): JSX.Element {
  if (at === null) return <NoMoment />;
  return (
    <time dateTime={at} title={utcMoment(at)}>
      {exact ? exactMoment(at) : shortMoment(at)}
    </time>
  );
}

const NoMoment = (): JSX.Element => (
  <span>
    <span aria-hidden="true">–</span>
    <span class="unseen">none</span>
  </span>
);
