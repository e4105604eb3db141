import { buildEvent, ORGANISATION } from "../domain/events/build.ts";
import { SYSTEM } from "../domain/session/actors.ts";
import type { Clock } from "../ports/clock.ts";
import type { DisabledReason, WebhookEndpoints } from "../ports/webhooks.ts";
import { organisationLog } from "./organisation-log.ts";
import type { Ports } from "./ports.ts";

export type DisablePorts = Pick<Ports, "journal" | "identity"> & { endpoints: WebhookEndpoints; clock: Clock };

export type Disabling = { endpoint: string; reason: DisabledReason; actor?: string };

/** Sends nothing more to an endpoint that doesn't want it, can't take it or shall not have it, and tells the others. Once is enough. */
export const disableEndpoint = (ports: DisablePorts) => {
  const record = organisationLog(ports);
  return async ({ endpoint, reason, actor = SYSTEM }: Disabling): Promise<void> => {
    let wasEnabled = false;
    await ports.endpoints.change(endpoint, (stored) => {
      wasEnabled = stored.enabled;
      return stored.enabled ? { ...stored, enabled: false, disabled_reason: reason } : stored;
    });
    if (!wasEnabled) return;
    const payload = { endpoint, reason };
    await record({ kind: "webhook_endpoint.disabled", at: ports.clock.now(), actor, payload }, (entry) =>
      buildEvent({
        id: ports.identity.id("evt_"),
        type: "webhook_endpoint.disabled",
        stream: ORGANISATION,
        sequence: entry.seq,
        at: entry.at,
        data: payload,
      }),
    );
  };
};
