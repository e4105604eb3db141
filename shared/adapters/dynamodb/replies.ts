import { randomBytes } from "node:crypto";
import { DeleteCommand, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Claim, KeptReply, RepeatableRequest, Replies } from "../../ports/replies.ts";
import { seal, unseal } from "../system/seal.ts";
import { bytesOf, type Item, streamKey, textOf } from "./attributes.ts";
import type { Database } from "./client.ts";
import { queryAll } from "./query.ts";
import { isDone } from "./webhook-endpoints.ts";

const KEPT_SECONDS = 7 * 86_400;
const ABANDONED_AFTER = 60_000;
const SEED_BYTES = 32;
const REPLY = "reply#";

const replyKey = (id: string) => ({ pk: `${REPLY}${id}`, sk: "reply" });
/** Says in a session's partition that a reply belongs to it. */
const ownerKey = (session: string, id: string) => streamKey(session, `${REPLY}${id}`);

export function dynamoReplies(database: Database): Replies {
  const { client, tables } = database;
  const TableName = tables.state;

  /** What stands there although this claim found the place taken. */
  async function standing(request: RepeatableRequest, { now, mine }: { now: string; mine: Item }): Promise<Claim> {
    const Key = replyKey(request.id);
    const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    if (!Item) return { state: "in_flight" };
    if (textOf(Item, "fingerprint") !== request.fingerprint) return { state: "other_request" };
    if (Item["sealed"]) return { state: "answered", reply: JSON.parse(opened(Item, "sealed", request)) as KeptReply };
    // Put there by an earlier try of this very call, whose answer was lost on the way.
    if (isSameSeed(Item, mine)) return claimed(Item, request, false);
    return textOf(Item, "claimed_at") < before(now, ABANDONED_AFTER) ? retake(Item, { request, now }) : IN_FLIGHT;
  }

  /** Goes on with what somebody gave up, unless others come first. */
  async function retake(Item: Item, { request, now }: { request: RepeatableRequest; now: string }): Promise<Claim> {
    const put = new PutCommand({
      TableName,
      Item: { ...Item, claimed_at: now },
      ConditionExpression: "claimed_at = :known AND attribute_not_exists(sealed)",
      ExpressionAttributeValues: { ":known": Item["claimed_at"]! },
    });
    return (await isDone(client.send(put))) ? claimed(Item, request, true) : IN_FLIGHT;
  }

  const remove = async (Key: { pk: string; sk: string }) => {
    await client.send(new DeleteCommand({ TableName, Key }));
  };

  return {
    async claim(request, now) {
      const seed = randomBytes(SEED_BYTES).toString("base64url");
      const mine = { ...replyItem(request, now), since: now, seed: seal(seed, request.secret) };
      const isFirst = await isDone(client.send(new PutCommand({ TableName, Item: mine, ...unlessKept(now) })));
      return isFirst ? { state: "claimed", seed, since: now, again: false } : standing(request, { now, mine });
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

const IN_FLIGHT: Claim = { state: "in_flight" };

const opened = (item: Item, attribute: string, { secret }: RepeatableRequest): string =>
  unseal(bytesOf(item, attribute), secret);

const claimed = (item: Item, request: RepeatableRequest, again: boolean): Claim => ({
  ...{ state: "claimed", again },
  ...{ seed: opened(item, "seed", request), since: textOf(item, "since") },
});

const isSameSeed = (a: Item, b: Item): boolean => Buffer.from(bytesOf(a, "seed")).equals(bytesOf(b, "seed"));

/** Free is what was never claimed, and what the table was slow to forget. */
const unlessKept = (now: string) => ({
  ConditionExpression: "attribute_not_exists(pk) OR #ttl < :now",
  ExpressionAttributeNames: { "#ttl": "ttl" },
  ExpressionAttributeValues: { ":now": seconds(now) },
});

const replyItem = (request: RepeatableRequest, now: string): Item => ({
  ...replyKey(request.id),
  fingerprint: request.fingerprint,
  claimed_at: now,
  ttl: seconds(now) + KEPT_SECONDS,
});

const seconds = (time: string): number => Math.floor(Date.parse(time) / 1000);

const before = (now: string, milliseconds: number): string => new Date(Date.parse(now) - milliseconds).toISOString();
