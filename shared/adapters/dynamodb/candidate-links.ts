import { DeleteCommand, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { CandidateLinks, UndeliverableAddresses } from "../../ports/mail.ts";
import { streamKey, textOf } from "./attributes.ts";
import type { Database } from "./client.ts";
import { queryAll } from "./query.ts";
import { isDone } from "./webhook-endpoints.ts";

/** An untimed session may run on past its end, and an end may be moved. */
const GRACE_SECONDS = 60 * 86_400;
const LINK = "mail-link#";

export function dynamoCandidateLinks(database: Database): CandidateLinks {
  const { client, tables } = database;
  const TableName = tables.state;

  const list = async (session: string) => {
    const items = await queryAll(database, {
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :link)",
      ExpressionAttributeValues: { ":pk": streamKey(session, "").pk, ":link": LINK },
    });
    return items.map((item) => ({ hash: textOf(item, "sk").slice(LINK.length), url: textOf(item, "url") }));
  };

  return {
    async keep(session, { hash, url, until }) {
      const ttl = Math.floor(Date.parse(until) / 1000) + GRACE_SECONDS;
      await client.send(new PutCommand({ TableName, Item: { ...streamKey(session, `${LINK}${hash}`), url, ttl } }));
    },
    list,
    async forget(session) {
      for (const { hash } of await list(session)) {
        await client.send(new DeleteCommand({ TableName, Key: streamKey(session, `${LINK}${hash}`) }));
      }
    },
  };
}

export function dynamoUndeliverableAddresses({ client, tables }: Database): UndeliverableAddresses {
  const TableName = tables.state;
  const keyOf = (digest: string) => ({ pk: `undeliverable#${digest}`, sk: "address" });
  return {
    add: (digest, at) => {
      const ConditionExpression = "attribute_not_exists(pk)";
      return isDone(client.send(new PutCommand({ TableName, Item: { ...keyOf(digest), at }, ConditionExpression })));
    },
    async has(digest) {
      return (await client.send(new GetCommand({ TableName, Key: keyOf(digest) }))).Item !== undefined;
    },
    async remove(digest) {
      await client.send(new DeleteCommand({ TableName, Key: keyOf(digest) }));
    },
  };
}
