import type { JSX } from "preact";
import { counted } from "../../../../shared/words.ts";
import type { Inviting } from "./use-inviting.ts";

type ProgressProps = { all: number; inviting: Inviting; begin: () => void; save: () => void };

/** The button that begins, how far it is, and the links at the end. */
export function Progress({ all, inviting, begin, save }: ProgressProps): JSX.Element {
  const { outcomes, running } = inviting;
  const done = outcomes.size;
  return (
    <div class="progress">
      {done < all && (
        <button type="button" class="button" aria-disabled={running} onClick={() => !running && begin()}>
          {word(done, all, running)}
        </button>
      )}
      {(running || done > 0) && (
        <progress max={all} value={done}>
          {done} of {all}
        </progress>
      )}
      <p role="status">{done > 0 && !running && `${done} of ${all} lines are done.`}</p>
      {done > 0 && !running && (
        <>
          <button type="button" class={done < all ? "button button-quiet" : "button"} onClick={save}>
            Download the links
          </button>
          <p class="hint">
            Links are shown this once. The same file chosen again within a week brings the same links, and invites
            nobody twice.
          </p>
        </>
      )}
    </div>
  );
}

function word(done: number, all: number, running: boolean): string {
  if (running) return `Inviting, ${done} of ${all}…`;
  return done > 0 ? `Go on with ${counted(all - done, "line")}` : `Invite ${counted(all, "candidate")}`;
}
