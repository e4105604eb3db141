import { createHmac } from "node:crypto";
import { DeleteCommand, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Persons } from "../../ports/persons.ts";
import { normalAddress } from "../normal-address.ts";
import { streamKey, textOf } from "./attributes.ts";
import type { Database } from "./client.ts";
import { companySecret } from "./company-secret.ts";
import { queryAll } from "./query.ts";

const POINTER = "person";
const personKey = (hash: string, session: string) => ({ pk: `person#${hash}`, sk: session });

/** A person's sessions stand under the keyed digest of their address; each session points back to it, to be forgotten. */
export function dynamoPersons(database: Database): Persons {
  const { client, tables } = database;
  const TableName = tables.state;
  const secret = companySecret(database, "person-key");

  const hashOf = async (email: string): Promise<string> =>
    createHmac("sha256", Buffer.from(await secret.read(), "base64"))
      .update(normalAddress(email))
      .digest("base64url");

  async function pointedTo(session: string): Promise<string | undefined> {
    const key = { TableName, Key: streamKey(session, POINTER), ConsistentRead: true };
    const { Item } = await client.send(new GetCommand(key));
    return Item && textOf(Item, "person");
  }

  async function under(hash: string): Promise<string[]> {
    const items = await queryAll(database, {
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": personKey(hash, "").pk },
    });
    return items.map((item) => textOf(item, "sk"));
  }

  return {
    async note(session, email) {
      const hash = await hashOf(email);
      // First the pointer: a row that nobody could find to forget it must not come to be.
      await client.send(new PutCommand({ TableName, Item: { ...streamKey(session, POINTER), person: hash } }));
      await client.send(new PutCommand({ TableName, Item: personKey(hash, session) }));
    },
    sessionsOf: async (email) => under(await hashOf(email)),
    async others(session) {
      const hash = await pointedTo(session);
      return hash === undefined ? [] : (await under(hash)).filter((other) => other !== session);
    },
    async forget(session) {
      const hash = await pointedTo(session);
      if (hash === undefined) return;
      await client.send(new DeleteCommand({ TableName, Key: personKey(hash, session) }));
      await client.send(new DeleteCommand({ TableName, Key: streamKey(session, POINTER) }));
    },
  };
}
