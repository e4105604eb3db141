import type { WebhookKeys } from "../ports/webhooks.ts";

export type PublishedWebhookKeys = {
  keys: { key_id: string; algorithm: "Ed25519"; public_key: string; created_at: string }[];
};

/** The public keys that `v1a` signatures of webhooks are checked with. */
export const readWebhookKeys =
  ({ webhookKeys }: { webhookKeys: WebhookKeys }) =>
  async (): Promise<PublishedWebhookKeys> => {
    const { id, public_key, created_at } = await webhookKeys.current();
    return { keys: [{ key_id: id, algorithm: "Ed25519", public_key, created_at }] };
  };
