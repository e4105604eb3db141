import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { database } from "#shared/adapters/dynamodb/client.ts";
import { dynamoJournalStore } from "#shared/adapters/dynamodb/journal-store.ts";
import { dynamoApiKeys } from "#shared/adapters/dynamodb/records.ts";
import { systemClock } from "#shared/adapters/system/clock.ts";
import { systemIdentity } from "#shared/adapters/system/identity.ts";
import { SCOPES } from "#shared/contracts/route.ts";
import { createApiKey } from "#shared/use-cases/create-api-key.ts";
import { revokeApiKey } from "#shared/use-cases/revoke-api-key.ts";
import type { Deployed } from "./outputs.ts";

/** Who acts, in the organisation's journal. */
const ACTOR = "deployment";

/**
 * Keys by the tables themselves, with the operator's own AWS credentials: the API asks for a key, so the first one
 * can't come from it.
 */
export function operatorKeys({ tables, region }: Deployed) {
  const data = database(tables, new DynamoDBClient({ region }));
  const apiKeys = dynamoApiKeys(data);
  const ports = { journal: dynamoJournalStore(data), apiKeys, identity: systemIdentity, clock: systemClock };
  const create = createApiKey(ports);
  const revoke = revokeApiKey(ports);
  return {
    /** The text of the first key with every scope; undefined where the company has a key already. */
    async first(): Promise<string | undefined> {
      const standing = (await apiKeys.list()).filter(({ revoked_at }) => revoked_at === null);
      if (standing.length > 0) return undefined;
      return (await create({ label: "First key", scopes: SCOPES, actor: ACTOR })).key;
    },
    /** Does something with a key that may publish, and that ends with it. */
    async whilePublishing(work: (key: string) => Promise<void>): Promise<void> {
      const { id, key } = await create({ label: "Deployment", scopes: ["playbooks:write"], actor: ACTOR });
      try {
        await work(key);
      } finally {
        await revoke({ id, actor: ACTOR });
      }
    },
  };
}
