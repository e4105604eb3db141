import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { ScorecardDraft, ScorecardDrafts } from "../../ports/scorecard-drafts.ts";
import { jsonOf, streamKey, textOf } from "./attributes.ts";
import type { Database } from "./client.ts";
import { queryAll } from "./query.ts";

const draftKey = (session: string, interviewer: string) => streamKey(session, `scorecard#${interviewer}`);

/** Drafts stand beside their session, one item each, so that they go with it when it is erased. */
export function dynamoScorecardDrafts(database: Database): ScorecardDrafts {
  const { client, tables } = database;
  const TableName = tables.state;
  return {
    async read(session, interviewer) {
      const key = { TableName, Key: draftKey(session, interviewer), ConsistentRead: true };
      const { Item } = await client.send(new GetCommand(key));
      return Item && jsonOf<ScorecardDraft>(Item, "body");
    },
    async save(session, draft) {
      const { revision } = draft;
      const put = new PutCommand({
        TableName,
        Item: { ...draftKey(session, draft.interviewer), revision, body: JSON.stringify(draft) },
        ConditionExpression: revision === 1 ? "attribute_not_exists(revision)" : "revision = :before",
        ...(revision > 1 && { ExpressionAttributeValues: { ":before": revision - 1 } }),
      });
      try {
        await client.send(put);
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
    async remove(session, interviewer) {
      await client.send(new DeleteCommand({ TableName, Key: draftKey(session, interviewer) }));
    },
    async erase(session) {
      const { pk, sk } = draftKey(session, "");
      const drafts = await queryAll(database, {
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :sk)",
        ExpressionAttributeValues: { ":pk": pk, ":sk": sk },
      });
      for (const draft of drafts) {
        await client.send(new DeleteCommand({ TableName, Key: { pk, sk: textOf(draft, "sk") } }));
      }
    },
  };
}
