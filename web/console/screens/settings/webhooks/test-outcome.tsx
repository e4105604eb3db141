import type { JSX } from "preact";
import { Notice } from "../../../../shared/notice.tsx";
import { useRead } from "../../../api/hooks.ts";
import { attemptWords } from "./attempts.tsx";

/** Milliseconds after which it is asked again whether the ping has arrived. */
const SOON = 1_500;

/** What became of a ping: waited for until the first attempt is over. */
export function TestOutcome({ endpoint, event }: { endpoint: string; event: string }): JSX.Element {
  const deliveries = useRead("list-deliveries", { endpoint }, { query: { limit: 20 }, every: SOON });
  const found = deliveries.data?.data.find((delivery) => delivery.event.id === event);
  const attempt = found?.attempts.at(-1);
  if (!attempt) {
    return (
      <Notice kind="note">
        <p role="status">A ping is on its way…</p>
      </Notice>
    );
  }
  const arrived = found?.state === "delivered";
  return (
    <Notice kind={arrived ? "note" : "setback"}>
      <p role="status">
        {arrived ? "The ping arrived" : "The ping didn't arrive"}: {attemptWords(attempt)}
        {!arrived && " It is tried again by the schedule."}
      </p>
    </Notice>
  );
}
