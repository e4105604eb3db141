import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { counted } from "../../../../shared/words.ts";
import { useChange, useRead } from "../../../api/hooks.ts";
import { useMay } from "../../../may.ts";
import { Badge, type Tone } from "../../../parts/badge.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { Loaded } from "../../../parts/loaded.tsx";
import { Moment } from "../../../parts/moment.tsx";
import { Pager } from "../../../parts/pager.tsx";
import { Setback } from "../../../parts/setback.tsx";
import { say } from "../../../parts/toasts.tsx";
import { Attempts, type Delivery } from "./attempts.tsx";

const LIVE = 10_000;

/** What was sent to an address in the last 30 days, newest first. */
export function Deliveries({ endpoint }: { endpoint: string }): JSX.Element {
  const [cursors, setCursors] = useState<string[]>([]);
  const query = { limit: 20, cursor: cursors.at(-1) };
  const deliveries = useRead("list-deliveries", { endpoint }, { query, every: LIVE });
  return (
    <section class="deliveries">
      <h2>Deliveries</h2>
      <Loaded of={deliveries}>
        {({ data, next_cursor }) => (
          <>
            {data.length === 0 && <Empty title="Nothing was sent in the last 30 days" />}
            {data.map((delivery) => (
              <Line key={delivery.id} delivery={delivery} />
            ))}
            <Pager
              number={cursors.length + 1}
              previous={cursors.length > 0 ? () => setCursors(cursors.slice(0, -1)) : undefined}
              next={next_cursor ? () => setCursors([...cursors, next_cursor]) : undefined}
            />
          </>
        )}
      </Loaded>
    </section>
  );
}

const STATES: { [S in Delivery["state"]]: [Tone, string] } = {
  pending: ["live", "On its way"],
  delivered: ["good", "Delivered"],
  failed: ["bad", "Failed"],
  skipped: ["over", "Skipped"],
};

const Line = ({ delivery }: { delivery: Delivery }): JSX.Element => {
  const [tone, word] = STATES[delivery.state];
  return (
    <details class="delivery">
      <summary>
        <Badge tone={tone}>{word}</Badge>
        <span class="delivery-event">{delivery.event.type}</span>
        <span class="hint">
          <Moment at={delivery.created_at} /> · {counted(delivery.attempts.length, "attempt")}
        </span>
      </summary>
      <div class="delivery-inside">
        <p class="hint">
          Event <code>{delivery.event.id}</code>, number {delivery.event.sequence} of its session
        </p>
        {delivery.state === "skipped" && (
          <p>It was raised while the endpoint was disabled. Resend it, or recover all that was skipped.</p>
        )}
        <Attempts attempts={delivery.attempts} />
        <Resend delivery={delivery.id} />
      </div>
    </details>
  );
};

/** Once more, whatever became of it; the receiver knows the event by its id. */
function Resend({ delivery }: { delivery: string }): JSX.Element | null {
  const may = useMay("resend-delivery");
  const change = useChange("resend-delivery", { delivery });
  if (!may) return null;
  // A refusal stands beside the button, through `error`.
  const run = () =>
    void change.run({}).then(
      () => say("It is sent once more."),
      () => undefined,
    );
  return (
    <div>
      <button type="button" class="button button-quiet" aria-disabled={change.pending} onClick={run}>
        Send once more
      </button>
      <Setback error={change.error} />
    </div>
  );
}
