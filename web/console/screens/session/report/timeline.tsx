import type { JSX } from "preact";
import { useReader } from "../../../api/staff.ts";
import { useWholeLog } from "../../../api/whole-log.ts";
import { useMay } from "../../../may.ts";
import { Loaded } from "../../../parts/loaded.tsx";
import { Moment } from "../../../parts/moment.tsx";
import { bareNames, type Names } from "../../../words/names.ts";
import { type Happening, timeline } from "../../../words/timeline.ts";

type TimelineProps = { session: string; names?: Names };

/** What happened, in words, for those who may read the log. */
export const Timeline = (props: TimelineProps): JSX.Element | null =>
  useMay("read-audit") ? <Happenings {...props} /> : null;

function Happenings({ session, names }: TimelineProps): JSX.Element {
  const log = useWholeLog(session);
  const reader = useReader();
  const tellsTime = useMay("accommodate-session");
  return (
    <section class="panel" aria-labelledby="timeline-title">
      <h2 id="timeline-title">What happened</h2>
      <p class="hint">Times are your own clock's; point at one for UTC.</p>
      <Loaded of={log}>
        {(entries) => (
          <ol class="timeline">
            {timeline(entries, { names: names ?? bareNames(reader), tellsTime }).map((happening) => (
              <Line key={happening.key} happening={happening} />
            ))}
          </ol>
        )}
      </Loaded>
    </section>
  );
}

const Line = ({ happening: { at, who, what, kind } }: { happening: Happening }): JSX.Element => (
  <li class={`happening is-${kind}`}>
    <span class="happening-time">
      <Moment at={at} />
    </span>
    <p>
      {who && <strong>{who}</strong>} {what}.
    </p>
  </li>
);
