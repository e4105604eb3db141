import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Claim, KeptReply, RepeatableRequest, Replies } from "../../ports/replies.ts";
import { seal, unseal } from "../system/seal.ts";
import { bytesOf, type Item, textOf } from "./attributes.ts";
import type { Database } from "./client.ts";

const KEPT_SECONDS = 86_400;
const ABANDONED_AFTER = 60_000;

const replyKey = ({ id }: RepeatableRequest) => ({ pk: `reply#${id}`, sk: "reply" });

export function dynamoReplies({ client, tables }: Database): Replies {
  const TableName = tables.state;

  /** The item as it stands after somebody else's claim. */
  async function standing(request: RepeatableRequest): Promise<Claim> {
    const { Item } = await client.send(new GetCommand({ TableName, Key: replyKey(request), ConsistentRead: true }));
    if (!Item) return { state: "in_flight" };
    if (textOf(Item, "fingerprint") !== request.fingerprint) return { state: "other_request" };
    if (!Item["sealed"]) return { state: "in_flight" };
    return { state: "answered", reply: JSON.parse(unseal(bytesOf(Item, "sealed"), request.secret)) as KeptReply };
  }

  return {
    async claim(request, now) {
      const claiming = new PutCommand({
        TableName,
        Item: claimItem(request, now),
        ConditionExpression: "attribute_not_exists(pk) OR (attribute_not_exists(sealed) AND claimed_at < :abandoned)",
        ExpressionAttributeValues: { ":abandoned": before(now, ABANDONED_AFTER) },
      });
      try {
        await client.send(claiming);
        return { state: "claimed" };
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return standing(request);
        throw error;
      }
    },
    async keep(request, reply, now) {
      const sealed = seal(JSON.stringify(reply), request.secret);
      await client.send(new PutCommand({ TableName, Item: { ...claimItem(request, now), sealed } }));
    },
    async release(request) {
      await client.send(new DeleteCommand({ TableName, Key: replyKey(request) }));
    },
  };
}

const claimItem = (request: RepeatableRequest, now: string): Item => ({
  ...replyKey(request),
  fingerprint: request.fingerprint,
  claimed_at: now,
  ttl: Math.floor(Date.parse(now) / 1000) + KEPT_SECONDS,
});

const before = (now: string, milliseconds: number): string => new Date(Date.parse(now) - milliseconds).toISOString();
