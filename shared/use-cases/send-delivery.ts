import { signedHeaders } from "../domain/events/signature.ts";
import type { Clock } from "../ports/clock.ts";
import type {
  Deliveries,
  Delivery,
  DeliveryAttempt,
  Hmac,
  RetrySchedule,
  Sender,
  SignPublicly,
  WebhookEndpoint,
  WebhookEndpoints,
  WebhookKeys,
} from "../ports/webhooks.ts";

export type SendPorts = {
  endpoints: WebhookEndpoints;
  deliveries: Deliveries;
  sender: Sender;
  retries: RetrySchedule;
  webhookKeys: WebhookKeys;
  hmac: Hmac;
  signPublicly: SignPublicly;
  clock: Clock;
};

/** A delivery that only needs sending. */
export type Prepared = {
  delivery: Delivery;
  endpoint: WebhookEndpoint;
  /** What else it is signed with; undefined where the endpoint asks for nothing else. */
  privateKey: string | undefined;
};

const GONE = 410;

/** Fetches what sending takes, so that nothing has to be waited for between the decision to send and its beginning. */
export const preparing =
  ({ webhookKeys }: Pick<SendPorts, "webhookKeys">) =>
  async (delivery: Delivery, endpoint: WebhookEndpoint): Promise<Prepared> => {
    const privateKey = endpoint.public_key_signature ? (await webhookKeys.current()).private_key : undefined;
    return { delivery, endpoint, privateKey };
  };

/** One signed POST of a delivery. The request is begun before anything is waited for. */
export const sentOnce =
  (ports: Pick<SendPorts, "sender" | "clock" | "hmac" | "signPublicly">) =>
  async ({ delivery: { event }, endpoint: { url, secrets }, privateKey }: Prepared) => {
    const inPublic = privateKey === undefined ? undefined : { privateKey, sign: ports.signPublicly };
    const headers = signedHeaders(event, { now: ports.clock.now(), secrets, hmac: ports.hmac, inPublic });
    const { retry_after_seconds, ...attempt } = await ports.sender.send({ url, body: event.body, headers });
    return { attempt, retryAfter: retry_after_seconds };
  };

export const succeeded = ({ status, error }: DeliveryAttempt): boolean =>
  error === null && status !== null && status >= 200 && status < 300;

export const saysGone = ({ status, error }: DeliveryAttempt): boolean => error === null && status === GONE;
