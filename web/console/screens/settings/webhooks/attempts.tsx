import type { JSX } from "preact";
import { CodeBlock } from "../../../../shared/prose.tsx";
import type { AnswerOf } from "../../../api/types.ts";
import { Moment } from "../../../parts/moment.tsx";

export type Delivery = AnswerOf<"list-deliveries">["data"][number];
type Attempt = Delivery["attempts"][number];

/** How an attempt ended, in a sentence. */
export function attemptWords({ status, error, duration_ms }: Attempt): string {
  const took = duration_ms < 1_000 ? `${duration_ms} ms` : `${(duration_ms / 1_000).toFixed(1)} s`;
  const outcome =
    status === null ? `no answer${error ? ` (${error.replaceAll("_", " ")})` : ""}` : `answered ${status}`;
  return `${outcome} after ${took}.`;
}

/** Every try of one delivery, the first first. */
export const Attempts = ({ attempts }: { attempts: readonly Attempt[] }): JSX.Element => (
  <ol class="attempts">
    {attempts.map((attempt, place) => (
      <li key={attempt.at}>
        <p>
          <span class="figures">{place + 1}.</span> <Moment at={attempt.at} />: {attemptWords(attempt)}
          {attempt.resend && <span class="hint"> Asked for by hand.</span>}
        </p>
        {attempt.answer && (
          <CodeBlock text={attempt.answer} label={`Answer to attempt ${place + 1} at ${attempt.at}`} />
        )}
      </li>
    ))}
  </ol>
);
