import type { JSX } from "preact";
import type { AnswerOf } from "../../../api/types.ts";
import { Badge } from "../../../parts/badge.tsx";

type Endpoint = AnswerOf<"read-webhook-endpoint">;

const REASONS: { [R in NonNullable<Endpoint["disabled_reason"]>]: string } = {
  gone: "the receiver answered 410",
  failing: "nothing arrived for 120 hours",
  by_hand: "by hand",
};

/** Whether events are sent, and why not. */
export const EndpointState = ({ endpoint }: { endpoint: Endpoint }): JSX.Element =>
  endpoint.enabled ? (
    <Badge tone="good">Enabled</Badge>
  ) : (
    <span>
      <Badge tone="attention">Disabled</Badge>{" "}
      {endpoint.disabled_reason && <span class="hint">{REASONS[endpoint.disabled_reason]}</span>}
    </span>
  );
