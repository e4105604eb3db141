import type { ApiKey } from "../ports/api-keys.ts";
import type { Ports } from "./ports.ts";

/** What the API shows of a key: everything but its hash. */
export type ApiKeyView = Omit<ApiKey, "secret_hash">;

/** All keys in the order of their making, the revoked ones included. */
export const listApiKeys =
  ({ apiKeys }: Pick<Ports, "apiKeys">) =>
  async (): Promise<{ data: ApiKeyView[] }> => ({ data: (await apiKeys.list()).map(apiKeyView) });

export const apiKeyView = ({ secret_hash: _, ...view }: ApiKey): ApiKeyView => view;
