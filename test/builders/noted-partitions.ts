import type { Database } from "#shared/adapters/dynamodb/client.ts";

type Item = { [attribute: string]: unknown };
type Input = {
  TableName?: string;
  IndexName?: string;
  Key?: Item;
  Item?: Item;
  KeyConditionExpression?: string;
  ExpressionAttributeValues?: Item;
  TransactItems?: { [operation: string]: Input }[];
};

export type Touched = { reads: Set<string>; writes: Set<string> };

const isRead = (command: string): boolean => command === "GetCommand" || command === "QueryCommand";

/** The database, noting which partitions of the table of states are read and written, with `*` for what follows a `#`. */
export function noting(database: Database, touched: Touched): Database {
  const note = (command: string, input: Input) => {
    if (input.TableName !== database.tables.state || input.IndexName !== undefined) return;
    (isRead(command) ? touched.reads : touched.writes).add(patternOf(leadingKey(input)));
  };
  const client = new Proxy(database.client, {
    get(target, member) {
      if (member !== "send") return Reflect.get(target, member);
      return (command: { constructor: { name: string }; input: Input }) => {
        note(command.constructor.name, command.input);
        for (const item of command.input.TransactItems ?? []) for (const part of Object.values(item)) note("", part);
        return target.send(command as never);
      };
    },
  });
  return { ...database, client };
}

function leadingKey({ Key, Item, KeyConditionExpression = "", ExpressionAttributeValues = {} }: Input): string {
  const value = /^pk = (:\w+)/.exec(KeyConditionExpression)?.[1] ?? "";
  return String(Key?.["pk"] ?? Item?.["pk"] ?? ExpressionAttributeValues[value]);
}

const patternOf = (partition: string): string => partition.replace(/#.*$/s, "#*");
