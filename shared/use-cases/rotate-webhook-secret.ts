import { secretFrom } from "../domain/events/signature.ts";
import { later } from "../domain/session/timing.ts";
import type { SteadyMint } from "../ports/identity.ts";
import type { WebhookEndpoint } from "../ports/webhooks.ts";
import { type CreatedEndpoint, type EndpointPorts, endpointView, SECRET_BYTES } from "./create-webhook-endpoint.ts";
import { requireEndpoint } from "./delete-webhook-endpoint.ts";
import { organisationLog } from "./organisation-log.ts";

const HOUR = 3_600_000;
/** For so many hours the old secret signs beside the new one, where nothing else is asked for. */
const STANDARD_GRACE = 24;

/** `old_secret_until`: until then every attempt is signed with the old secret, too. */
export type RotatedSecret = CreatedEndpoint & { old_secret_until: string };

/**
 * Gives an endpoint a new secret, shown this once. Older ones end at the end of the grace, or when they would have ended
 * anyway.
 *
 * @throws Refusal `endpoint_not_found`
 */
export const rotateWebhookSecret = (ports: EndpointPorts) => {
  const record = organisationLog(ports);
  return async (input: {
    endpoint: string;
    grace_hours?: number | undefined;
    actor: string;
    /** Where the request may come again. */
    mint?: SteadyMint | undefined;
  }): Promise<RotatedSecret> => {
    const standing = await requireEndpoint(ports.endpoints, input.endpoint);
    const now = ports.clock.now();
    const until = new Date(Date.parse(now) + (input.grace_hours ?? STANDARD_GRACE) * HOUR).toISOString();
    const secret = secretFrom((input.mint ?? ports.identity).secret(SECRET_BYTES));
    const rotatedBefore = input.mint?.again && standing.secrets.some((known) => known.secret === secret);
    if (rotatedBefore) return { ...endpointView(standing), secret, old_secret_until: endOfOld(standing, now) };
    const payload = { endpoint: standing.id, old_secret_until: until };
    await record({ kind: "webhook_endpoint.secret_rotated", at: now, actor: input.actor, payload });
    const changed = await ports.endpoints.change(standing.id, (stored) => rotated(stored, { secret, until, now }));
    return { ...endpointView(changed ?? standing), secret, old_secret_until: until };
  };
};

/** When the last of the older secrets ends. */
const endOfOld = ({ secrets }: WebhookEndpoint, now: string): string =>
  secrets.reduce((latest, { expires_at }) => later(latest, expires_at ?? latest), now);

function rotated(
  stored: WebhookEndpoint,
  { secret, until, now }: { secret: string; until: string; now: string },
): WebhookEndpoint {
  const ending = stored.secrets
    .map(({ secret, expires_at }) => ({
      secret,
      expires_at: expires_at !== null && expires_at < until ? expires_at : until,
    }))
    .filter(({ expires_at }) => expires_at > now);
  return { ...stored, secrets: [{ secret, expires_at: null }, ...ending] };
}
