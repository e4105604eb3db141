import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { StaffDirectory, StaffMember } from "../../ports/staff.ts";
import { jsonOf } from "./attributes.ts";
import type { Database } from "./client.ts";
import { queryAll } from "./query.ts";

const LIST = "staff";

/** Everybody stands in one partition: they are few, and are read together. */
export function dynamoStaff(database: Database): StaffDirectory {
  const { client, tables } = database;
  const TableName = tables.state;
  return {
    async read(id) {
      const { Item } = await client.send(new GetCommand({ TableName, Key: { pk: LIST, sk: id } }));
      return Item && jsonOf<StaffMember>(Item, "body");
    },
    async save(member) {
      const Item = { pk: LIST, sk: member.id, body: JSON.stringify(member) };
      await client.send(new PutCommand({ TableName, Item }));
    },
    async list() {
      const items = await queryAll(database, {
        TableName,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": LIST },
      });
      return items.map((item) => jsonOf<StaffMember>(item, "body"));
    },
  };
}
