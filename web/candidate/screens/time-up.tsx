import type { JSX } from "preact";
import { Notice } from "../../shared/notice.tsx";

/** The clock has run out and the server's word is awaited: everything stays in sight, nothing can be changed. */
export function TimeUp({ title }: { title: string }): JSX.Element {
  return (
    <div class="time-up">
      <Notice kind="note">
        <p>
          <strong>Time is up for {title}.</strong> Your last saved answers count. What comes next opens in a moment.
        </p>
      </Notice>
    </div>
  );
}
