import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Partitions } from "./partitions.ts";
import { STATE_INDEXES } from "./stacks/data-stack.ts";

const allow = (actions: string[], resources: string[]) => new PolicyStatement({ actions, resources });

const within = (partitions: readonly string[], actions: string[], table: ITable) =>
  new PolicyStatement({
    actions,
    resources: [table.tableArn],
    conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": partitions } },
  });

/**
 * What a zone may be allowed to do, in the words of the design. None of these may delete a journal entry or change more
 * of it than an erasure does; that a put replaces none is the condition on every append, which IAM has no word for.
 */
export const may = {
  appendToJournal: (journal: ITable) => allow(["dynamodb:Query", "dynamodb:PutItem"], [journal.tableArn]),
  /** Of what stands in the journal, no more than what entries say and the salts can be removed. */
  eraseFromJournal: (journal: ITable) =>
    new PolicyStatement({
      actions: ["dynamodb:UpdateItem"],
      resources: [journal.tableArn],
      conditions: {
        "ForAllValues:StringEquals": { "dynamodb:Attributes": ["stream", "seq", "payload", "salt"] },
        StringEqualsIfExists: { "dynamodb:ReturnValues": ["NONE", "UPDATED_OLD", "UPDATED_NEW"] },
      },
    }),
  /** What a zone keeps in the table of states: its own partitions, and no other. */
  useState: (state: ITable, { reads, writes }: Partitions) => [
    within(reads, ["dynamodb:GetItem", "dynamodb:Query"], state),
    within(writes, ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"], state),
  ],
  readLists: (state: ITable) =>
    allow(
      ["dynamodb:Query"],
      STATE_INDEXES.map((index) => `${state.tableArn}/index/${index}`),
    ),
  sign: (key: IKey) => allow(["kms:Sign", "kms:GetPublicKey"], [key.keyArn]),
  invoke: (...functions: IFunction[]) =>
    allow(
      ["lambda:InvokeFunction"],
      functions.map((handler) => handler.functionArn),
    ),
  askModel: (modelArn: string) => allow(["bedrock:InvokeModel"], [modelArn]),
  sendMail: (arns: string[]) => allow(["ses:SendEmail"], arns),
  startExecution: (stateMachineArn: string) => allow(["states:StartExecution"], [stateMachineArn]),
  resumeExecution: (stateMachineArn: string) => allow(["states:SendTaskSuccess"], [stateMachineArn]),
};
