import { CfnOutput, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import { AttributeType, BillingMode, ProjectionType, Table } from "aws-cdk-lib/aws-dynamodb";
import { Key, KeySpec, KeyUsage } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import type { Settings } from "../settings.ts";

export type DataStackProps = StackProps & { settings: Settings };

/** The indexes of lists, each with the attribute that it is sorted by. */
const LISTS = {
  list: "list_at",
  "list-by-update": "list_update",
  "list-by-name": "list_name",
  "list-by-score": "list_score",
} as const;

/** The indexes of the table of states. */
export const STATE_INDEXES = ["due", ...Object.keys(LISTS)];

/** What must never be lost: the journal, the state made from it, and the key that signs it. */
export class DataStack extends Stack {
  readonly journal: Table;
  readonly state: Table;
  readonly signingKey: Key;

  constructor(scope: Construct, id: string, { settings, ...props }: DataStackProps) {
    super(scope, id, props);
    const kept = {
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: settings.retainData,
      removalPolicy: settings.retainData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    };
    this.journal = new Table(this, "Journal", {
      ...kept,
      partitionKey: { name: "stream", type: AttributeType.STRING },
      sortKey: { name: "seq", type: AttributeType.NUMBER },
    });
    this.state = new Table(this, "State", {
      ...kept,
      partitionKey: { name: "pk", type: AttributeType.STRING },
      sortKey: { name: "sk", type: AttributeType.STRING },
      timeToLiveAttribute: "ttl",
    });
    this.#indexState();
    this.signingKey = new Key(this, "SigningKey", {
      description: "Signs the heads of Assay's journals",
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: kept.removalPolicy,
    });
    new CfnOutput(this, "JournalTable", { value: this.journal.tableName });
    new CfnOutput(this, "StateTable", { value: this.state.tableName });
    new CfnOutput(this, "Region", { value: this.region });
  }

  #indexState(): void {
    this.state.addGlobalSecondaryIndex({
      indexName: "due",
      partitionKey: { name: "due_shard", type: AttributeType.STRING },
      sortKey: { name: "due_at", type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    });
    for (const [indexName, position] of Object.entries(LISTS)) {
      this.state.addGlobalSecondaryIndex({
        indexName,
        partitionKey: { name: "list_shard", type: AttributeType.STRING },
        sortKey: { name: position, type: AttributeType.STRING },
        projectionType: ProjectionType.ALL,
      });
    }
  }
}
