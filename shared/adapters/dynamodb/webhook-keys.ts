import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Clock } from "../../ports/clock.ts";
import type { WebhookKey, WebhookKeys } from "../../ports/webhooks.ts";
import { newWebhookKey } from "../http/public-signatures.ts";
import { jsonOf } from "./attributes.ts";
import type { Database } from "./client.ts";
import { isDone } from "./webhook-endpoints.ts";

const KEY = { pk: "webhook-keys", sk: "current" };

/** Beside the endpoints' own secrets, to be read by whoever may read those. Whoever asks first makes it. */
export function dynamoWebhookKeys({ client, tables }: Database, clock: Clock): WebhookKeys {
  const TableName = tables.state;
  let known: WebhookKey | undefined;
  const stored = async (): Promise<WebhookKey | undefined> => {
    const { Item } = await client.send(new GetCommand({ TableName, Key: KEY, ConsistentRead: true }));
    return Item && jsonOf<WebhookKey>(Item, "body");
  };
  const make = async (): Promise<WebhookKey> => {
    const made = newWebhookKey(clock.now());
    const Item = { ...KEY, body: JSON.stringify(made) };
    const put = new PutCommand({ TableName, Item, ConditionExpression: "attribute_not_exists(pk)" });
    return (await isDone(client.send(put))) ? made : (await stored())!;
  };
  return {
    async current() {
      known ??= (await stored()) ?? (await make());
      return known;
    },
  };
}
