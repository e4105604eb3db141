import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { PutCommand, QueryCommand, TransactWriteCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Entry, ErasedEntry, StoredEntry } from "../../domain/journal/entry.ts";
import { type Commit, JournalConflict, type JournalEraser, type JournalStore } from "../../ports/journal-store.ts";
import { type Item, jsonOf, numberOf, textOf } from "./attributes.ts";
import type { Database } from "./client.ts";
import { eventItem } from "./outbox.ts";
import { queryAll } from "./query.ts";
import { headItem } from "./session-index.ts";

type AnyEntry = Entry<string, unknown>;

/** Journals, one item an entry. A single entry is one conditional put; with a head or events it is one transaction. */
export function dynamoJournalStore(database: Database): JournalStore {
  const { client, tables } = database;
  const ofStream = (stream: string, after: number) => ({
    TableName: tables.journal,
    ConsistentRead: true,
    KeyConditionExpression: "#stream = :stream AND seq > :after",
    ExpressionAttributeNames: { "#stream": "stream" },
    ExpressionAttributeValues: { ":stream": stream, ":after": after },
  });
  return {
    async read(stream, after = 0, limit) {
      const query = { ...ofStream(stream, after), ...(limit !== undefined && { Limit: limit }) };
      return (await queryAll(database, query, limit)).map(entryOf);
    },
    async last(stream) {
      const newest = new QueryCommand({ ...ofStream(stream, 0), ScanIndexForward: false, Limit: 1 });
      const [item] = (await client.send(newest)).Items ?? [];
      return item && entryOf(item);
    },
    append: async (stream, commit) => {
      try {
        const [first, ...rest] = commit.entries.map((entry) => entryPut(database, stream, entry));
        if (rest.length === 0 && !commit.head && !commit.events?.length) {
          await client.send(new PutCommand(first!));
        } else {
          await client.send(new TransactWriteCommand({ TransactItems: transaction(database, stream, commit) }));
        }
      } catch (error) {
        throw isConflict(error) ? new JournalConflict(`the journal of ${stream} went on`, { cause: error }) : error;
      }
    },
  };
}

const AT_ONCE = 25;

/** Removes what entries say. The condition keeps an erasure from making an entry that never was. */
export const dynamoJournalEraser = ({ client, tables }: Database): JournalEraser => ({
  async erase(stream, seqs) {
    const removal = (seq: number) =>
      new UpdateCommand({
        TableName: tables.journal,
        Key: { stream, seq },
        UpdateExpression: "REMOVE payload, salt",
        ConditionExpression: "attribute_exists(seq)",
      });
    for (let first = 0; first < seqs.length; first += AT_ONCE) {
      await Promise.all(seqs.slice(first, first + AT_ONCE).map((seq) => client.send(removal(seq))));
    }
  },
});

function transaction(database: Database, stream: string, { entries, head, events = [] }: Commit) {
  const TableName = database.tables.state;
  return [
    ...entries.map((entry) => ({ Put: entryPut(database, stream, entry) })),
    ...(head ? [{ Put: { TableName, Item: headItem(head) } }] : []),
    ...events.map((event) => ({ Put: { TableName, Item: eventItem(event) } })),
  ];
}

const entryPut = ({ tables }: Database, stream: string, entry: AnyEntry) => ({
  TableName: tables.journal,
  Item: entryItem(stream, entry),
  ConditionExpression: "attribute_not_exists(seq)",
});

const entryItem = (stream: string, entry: AnyEntry): Item => ({
  ...entry,
  stream,
  payload: JSON.stringify(entry.payload),
});

const entryOf = (item: Item): StoredEntry => ({
  ...linkOf(item),
  ...("payload" in item && { payload: jsonOf(item, "payload"), salt: textOf(item, "salt") }),
});

const linkOf = (item: Item): ErasedEntry => ({
  seq: numberOf(item, "seq"),
  at: textOf(item, "at"),
  actor: textOf(item, "actor"),
  kind: textOf(item, "kind"),
  payload_hash: textOf(item, "payload_hash"),
  prev_hash: textOf(item, "prev_hash"),
  hash: textOf(item, "hash"),
});

const CONFLICTS: ReadonlySet<string> = new Set(["ConditionalCheckFailedException", "TransactionConflictException"]);
const CONFLICT_REASONS: ReadonlySet<string | undefined> = new Set(["ConditionalCheckFailed", "TransactionConflict"]);

/** Somebody wrote this entry first, or is just doing so. */
function isConflict(error: unknown): boolean {
  if (error instanceof TransactionCanceledException) {
    return (error.CancellationReasons ?? []).some(({ Code }) => CONFLICT_REASONS.has(Code));
  }
  return error instanceof Error && CONFLICTS.has(error.name);
}
