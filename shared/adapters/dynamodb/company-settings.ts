import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { type CompanySettings, STANDARD_SETTINGS } from "../../domain/company/settings.ts";
import type { ReportKey, SettingsStore } from "../../ports/company-settings.ts";
import { type Item, jsonOf } from "./attributes.ts";
import type { Database } from "./client.ts";
import { companySecret } from "./company-secret.ts";
import { isDone } from "./webhook-endpoints.ts";

const ATTEMPTS = 12;
const settingsKey = { pk: "company", sk: "settings" };

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

/** The key that links to reports are signed with. */
export const dynamoReportKey = (database: Database): ReportKey => companySecret(database, "report-key");
