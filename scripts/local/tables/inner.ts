import { asList, asObject, asText, type JsonObject } from "../json.ts";

/** What DynamoDB answered: its status and its JSON. */
export type Reply = { status: number; body: JsonObject };

/** A DynamoDB error, ready to be answered. */
export class TableFailure extends Error {
  readonly reply: Reply;
  constructor(name: string, sentence: string, more: JsonObject = {}) {
    super(sentence);
    this.reply = {
      status: 400,
      body: { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: sentence, ...more },
    };
  }
}

/** Calls of the DynamoDB without transactions that stands behind. */
export type Inner = {
  call(operation: string, request: JsonObject): Promise<Reply>;
  /** An item as it is now. */
  read(table: string, key: JsonObject): Promise<JsonObject | undefined>;
  /** The key attributes of an item of the table. */
  keyOf(table: string, item: JsonObject): Promise<JsonObject>;
};

/** dynalite wants a signature to be there, and does not check it. */
const AUTHORIZATION =
  "AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=0";

export function innerTables(url: string): Inner {
  const keyNames = new Map<string, string[]>();
  const call = async (operation: string, request: JsonObject): Promise<Reply> => {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": `DynamoDB_20120810.${operation}`,
        "x-amz-date": "20260101T000000Z",
        authorization: AUTHORIZATION,
      },
      body: JSON.stringify(request),
    });
    return { status: response.status, body: asObject(await response.json(), "an answer") };
  };
  const succeed = async (operation: string, request: JsonObject): Promise<JsonObject> => {
    const { status, body } = await call(operation, request);
    if (status === 200) return body;
    throw new TableFailure(String(body["__type"]).split("#").at(-1)!, String(body["message"] ?? body["Message"]));
  };
  const keyNamesOf = async (table: string): Promise<string[]> => {
    const described = asObject((await succeed("DescribeTable", { TableName: table }))["Table"], "Table");
    return asList(described["KeySchema"], "KeySchema").map((key) =>
      asText(asObject(key, "a key")["AttributeName"], "AttributeName"),
    );
  };
  return {
    call,
    read: async (table, key) => {
      const { Item } = await succeed("GetItem", { TableName: table, Key: key, ConsistentRead: true });
      return Item === undefined ? undefined : asObject(Item, "Item");
    },
    keyOf: async (table, item) => {
      const names = keyNames.get(table) ?? (await keyNamesOf(table));
      keyNames.set(table, names);
      return Object.fromEntries(names.map((name) => [name, item[name]!]));
    },
  };
}
