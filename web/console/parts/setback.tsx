import type { JSX } from "preact";
import { Notice } from "../../shared/notice.tsx";
import { wordsFor } from "../api/problem-words.ts";

/** Why something didn't work, what helps, and a way to try again; nothing without an error. */
export function Setback({ error, again }: { error: unknown; again?: () => void }): JSX.Element | null {
  if (!error) return null;
  const { sentence, remedy, canRetry } = wordsFor(error);
  return (
    <Notice kind="setback">
      <p>
        {sentence} {remedy}
      </p>
      {again && canRetry && (
        <button type="button" class="link" onClick={again}>
          Try again
        </button>
      )}
    </Notice>
  );
}
