import { randomBytes } from "node:crypto";
import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { type CompanySettings, STANDARD_SETTINGS } from "../../domain/company/settings.ts";
import type { ReportKey, SettingsStore } from "../../ports/company-settings.ts";
import { type Item, jsonOf, textOf } from "./attributes.ts";
import type { Database } from "./client.ts";
import { isDone } from "./webhook-endpoints.ts";

const ATTEMPTS = 12;
const KEY_BYTES = 32;
const settingsKey = { pk: "company", sk: "settings" };
const reportKey = { pk: "company", sk: "report-key" };

export function dynamoSettings({ client, tables }: Database): SettingsStore {
  const TableName = tables.state;
  const stored = async () =>
    (await client.send(new GetCommand({ TableName, Key: settingsKey, ConsistentRead: true }))).Item;
  return {
    async read() {
      const item = await stored();
      return settingsIn(item);
    },
    async change(change) {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const item = await stored();
        const changed = change(settingsIn(item));
        const put = new PutCommand({
          TableName,
          Item: { ...settingsKey, body: JSON.stringify(changed) },
          ...(item
            ? { ConditionExpression: "body = :stored", ExpressionAttributeValues: { ":stored": item["body"] } }
            : { ConditionExpression: "attribute_not_exists(pk)" }),
        });
        if (await isDone(client.send(put))) return changed;
      }
      throw new Error("the settings are changed too often at once");
    },
  };
}

/** A part that is younger than what was stored is as standard. */
const settingsIn = (item: Item | undefined): CompanySettings => ({
  ...STANDARD_SETTINGS,
  ...(item && jsonOf<CompanySettings>(item, "body")),
});

/** Made by whoever comes first, then the same for all; a warm function remembers it. */
export function dynamoReportKey({ client, tables }: Database): ReportKey {
  const TableName = tables.state;
  let known: string | undefined;

  async function readOrMake(): Promise<string> {
    const { Item } = await client.send(new GetCommand({ TableName, Key: reportKey, ConsistentRead: true }));
    if (Item) return textOf(Item, "key");
    const key = randomBytes(KEY_BYTES).toString("base64");
    const ConditionExpression = "attribute_not_exists(pk)";
    const made = await isDone(
      client.send(new PutCommand({ TableName, Item: { ...reportKey, key }, ConditionExpression })),
    );
    return made ? key : readOrMake();
  }

  return {
    async read() {
      known ??= await readOrMake();
      return known;
    },
  };
}
