import { gunzipSync, gzipSync } from "node:zlib";
import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { GetCommand, QueryCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { canonicalJson } from "../../domain/foundation/json.ts";
import type { PlaybookListing, PlaybookStore, PublishedPlaybook } from "../../ports/playbook-store.ts";
import { bytesOf, type Item, jsonOf } from "./attributes.ts";
import type { Database } from "./client.ts";
import { queryAll } from "./query.ts";

const LISTINGS = "playbooks";
const VERSION_DIGITS = 9;
const versionText = (version: number | string) => `version#${String(version).padStart(VERSION_DIGITS, "0")}`;
const playbookKey = (id: string) => `playbook#${id}`;

/**
 * Playbooks are prose and code: a fifth of their size when packed, and read as whole items. The text is the canonical
 * one that the digest is of: whoever grades from the store, and whoever from a bundle, sees the same order of members.
 */
const pack = (published: PublishedPlaybook) => gzipSync(canonicalJson(published));
const unpack = (item: Item): PublishedPlaybook => JSON.parse(gunzipSync(bytesOf(item, "packed")).toString("utf8"));

export function dynamoPlaybookStore(database: Database): PlaybookStore {
  const { client, tables } = database;
  const TableName = tables.state;

  async function readVersion(id: string, version: string): Promise<Item | undefined> {
    const Key = { pk: playbookKey(id), sk: versionText(version) };
    return (await client.send(new GetCommand({ TableName, Key }))).Item;
  }

  async function readLatest(id: string): Promise<Item | undefined> {
    const newest = new QueryCommand({
      TableName,
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": playbookKey(id) },
      ConsistentRead: true,
      ScanIndexForward: false,
      Limit: 1,
    });
    return (await client.send(newest)).Items?.[0];
  }

  return {
    async read(reference) {
      const [id, version] = reference.split("@");
      const item = version === undefined ? await readLatest(id!) : await readVersion(id!, version);
      return item && unpack(item);
    },
    async list() {
      const items = await queryAll(database, {
        TableName,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": LISTINGS },
      });
      const listings = items.map((item) => jsonOf<PlaybookListing>(item, "body"));
      return listings.sort((a, b) => (a.id === b.id ? b.version - a.version : a.id < b.id ? -1 : 1));
    },
    async publish(published) {
      const TransactItems = publication(published).map((Item) => ({
        Put: { TableName, Item, ConditionExpression: "attribute_not_exists(pk)" },
      }));
      return isNew(client.send(new TransactWriteCommand({ TransactItems })));
    },
  };
}

function publication(published: PublishedPlaybook): Item[] {
  const { id, version, title } = published.playbook;
  const listing = { id, version, title, digest: published.digest, published_at: published.published_at };
  return [
    { pk: playbookKey(id), sk: versionText(version), packed: pack(published) },
    { pk: LISTINGS, sk: `${id}@${versionText(version)}`, body: JSON.stringify(listing) },
  ];
}

async function isNew(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    const reasons = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : [];
    if (reasons.some(({ Code }) => Code === "ConditionalCheckFailed")) return false;
    throw error;
  }
}
