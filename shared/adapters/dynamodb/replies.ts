import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Claim, KeptReply, RepeatableRequest, Replies } from "../../ports/replies.ts";
import { seal, unseal } from "../system/seal.ts";
import { bytesOf, type Item, streamKey, textOf } from "./attributes.ts";
import type { Database } from "./client.ts";
import { queryAll } from "./query.ts";

const KEPT_SECONDS = 7 * 86_400;
const ABANDONED_AFTER = 60_000;
const REPLY = "reply#";

const replyKey = (id: string) => ({ pk: `${REPLY}${id}`, sk: "reply" });
/** Says in a session's partition that a reply belongs to it. */
const ownerKey = (session: string, id: string) => streamKey(session, `${REPLY}${id}`);

export function dynamoReplies(database: Database): Replies {
  const { client, tables } = database;
  const TableName = tables.state;

  /** The item as it stands after somebody else's claim. */
  async function standing({ id, fingerprint, secret }: RepeatableRequest): Promise<Claim> {
    const { Item } = await client.send(new GetCommand({ TableName, Key: replyKey(id), ConsistentRead: true }));
    if (!Item) return { state: "in_flight" };
    if (textOf(Item, "fingerprint") !== fingerprint) return { state: "other_request" };
    if (!Item["sealed"]) return { state: "in_flight" };
    return { state: "answered", reply: JSON.parse(unseal(bytesOf(Item, "sealed"), secret)) as KeptReply };
  }

  const remove = async (Key: { pk: string; sk: string }) => {
    await client.send(new DeleteCommand({ TableName, Key }));
  };

  return {
    async claim(request, now) {
      try {
        await client.send(new PutCommand({ TableName, Item: replyItem(request, now), ...unlessKept(now) }));
        return { state: "claimed" };
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return standing(request);
        throw error;
      }
    },
    async keep(request, reply, { now, owner }) {
      const item = replyItem(request, now);
      // First the pointer: a reply that nobody could find to erase it must not come to be.
      if (owner) {
        const Item = { ...ownerKey(owner.session, request.id), reply: request.id, ttl: item["ttl"]! };
        await client.send(new PutCommand({ TableName, Item }));
      }
      const sealed = seal(JSON.stringify(reply), request.secret);
      await client.send(new PutCommand({ TableName, Item: { ...item, sealed } }));
    },
    release: ({ id }) => remove(replyKey(id)),
    async erase(session) {
      const { pk, sk } = ownerKey(session, "");
      const owned = await queryAll(database, {
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :sk)",
        ExpressionAttributeValues: { ":pk": pk, ":sk": sk },
      });
      for (const item of owned) {
        const id = textOf(item, "reply");
        await remove(replyKey(id));
        await remove(ownerKey(session, id));
      }
    },
  };
}

/** Free is what was never claimed, what nothing came of, and what the table was slow to forget. */
const unlessKept = (now: string) => ({
  ConditionExpression:
    "attribute_not_exists(pk) OR (attribute_not_exists(sealed) AND claimed_at < :abandoned) OR #ttl < :now",
  ExpressionAttributeNames: { "#ttl": "ttl" },
  ExpressionAttributeValues: { ":abandoned": before(now, ABANDONED_AFTER), ":now": seconds(now) },
});

const replyItem = (request: RepeatableRequest, now: string): Item => ({
  ...replyKey(request.id),
  fingerprint: request.fingerprint,
  claimed_at: now,
  ttl: seconds(now) + KEPT_SECONDS,
});

const seconds = (time: string): number => Math.floor(Date.parse(time) / 1000);

const before = (now: string, milliseconds: number): string => new Date(Date.parse(now) - milliseconds).toISOString();
