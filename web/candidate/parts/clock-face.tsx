import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { clockFace, spokenDuration } from "#web/shared/words.ts";
import type { ServerClock } from "../clock.ts";
import { urgencyOf, warningBetween } from "./warnings.ts";

const TICK = 250;
const LABELS = { calm: "Time left", near: "Almost over", close: "Last minute" };

/** The milliseconds left until a moment, by the server's time; drawn anew as they run. */
export function useTimeLeft(clock: ServerClock, moment: string | null): number {
  const left = () => (moment === null ? Number.POSITIVE_INFINITY : Date.parse(moment) - clock.now());
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), TICK);
    return () => clearInterval(timer);
  }, []);
  return left();
}

type ClockProps = { clock: ServerClock; openedAt: string; deadline: string | null };

/** The section's clock: figures for the eye, a sentence for the ear at 5 minutes, 1 minute and 30 seconds. */
export function ClockFace({ clock, openedAt, deadline }: ClockProps): JSX.Element {
  const left = useTimeLeft(clock, deadline);
  const said = useWarning(left, deadline);
  if (deadline === null) return <p class="clock">No time limit</p>;
  const urgency = urgencyOf(left, Date.parse(deadline) - Date.parse(openedAt));
  return (
    <div class={`clock is-${urgency}${isNews(said) ? " is-news" : ""}`}>
      <p>
        <span class="clock-label">{isNews(said) ? "Time was changed" : LABELS[urgency]}</span>{" "}
        <time role="timer" aria-label={`${spokenDuration(left)} left`}>
          {clockFace(left)}
        </time>
      </p>
      <p class="unseen" role="status">
        {said.words}
      </p>
    </div>
  );
}

type Said = { words: string; moved: boolean; at: number };
const NOTHING: Said = { words: "", moved: false, at: 0 };
/** How long a moved deadline stays in sight (milliseconds). */
const NEWS = 15_000;

/** The sentence of the last threshold that was crossed, or of a deadline that was moved. */
function useWarning(left: number, deadline: string | null): Said {
  const before = useRef({ left, deadline });
  const [said, say] = useState(NOTHING);
  useEffect(() => {
    const last = before.current;
    before.current = { left, deadline };
    const moved = deadline !== last.deadline;
    const words = moved ? movedInWords(left) : warningBetween(last.left, left);
    if (words) say({ words, moved, at: performance.now() });
  });
  return said;
}

const isNews = ({ moved, at }: Said): boolean => moved && performance.now() - at < NEWS;

function movedInWords(left: number): string {
  return Number.isFinite(left)
    ? `Your time was changed. You now have ${spokenDuration(left)}.`
    : "Your time was changed. There is no time limit now.";
}
