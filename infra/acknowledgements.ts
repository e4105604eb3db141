import { Validations } from "aws-cdk-lib";
import type { IConstruct } from "constructs";

type Acknowledgement = {
  rule: string;
  /** The constructs it holds for, by path below their stack; left out: all of the stack. */
  under?: string;
  reason: string;
};

const site: Acknowledgement[] = [
  {
    rule: "S1",
    under: "Pages",
    reason: "The bucket holds public pages only and is read by CloudFront alone; its access log would tell nothing.",
  },
  {
    rule: "CFR1",
    under: "Distribution",
    reason: "Candidates live anywhere; a company that hires in few countries restricts its own deployment.",
  },
  {
    rule: "CFR2",
    under: "Distribution",
    reason: "A web ACL costs $5 a month when idle; the gateway throttles, links are unguessable and keys are scoped.",
  },
  {
    rule: "CFR3",
    under: "Distribution",
    reason: "An access log would keep candidates' addresses, which nothing here needs; the gateway logs without them.",
  },
  {
    rule: "CFR4",
    under: "Distribution",
    reason: "TLS 1.2 is the minimum as soon as a domain is set; CloudFront's own host name doesn't let us choose.",
  },
];

/** CDK's own function that copies the pages into their bucket; it runs while a deployment does, and never else. */
const PUBLISHER = "Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C";
const PUBLISHER_RULES = [
  "L1",
  "IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]",
  "IAM5[Action::s3:GetBucket*]",
  "IAM5[Action::s3:GetObject*]",
  "IAM5[Action::s3:List*]",
  "IAM5[Action::s3:Abort*]",
  "IAM5[Action::s3:DeleteObject*]",
  "IAM5[Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>/*]",
  "IAM5[Resource::<Pages127DFD1A.Arn>/*]",
  "IAM5[Resource::*]",
];
const publisher = PUBLISHER_RULES.map(
  (rule): Acknowledgement => ({
    rule,
    under: PUBLISHER,
    reason: "CDK's publisher of pages runs only while deploying; its code and permissions are CDK's.",
  }),
);

const service: Acknowledgement[] = [
  {
    rule: "APIG4",
    under: "Routes",
    reason: "Each zone's function authenticates by itself, so that refusals are problem documents like all others.",
  },
  {
    rule: "SF1",
    reason: "The journal is the record of a session; logging every transition would cost more than the transitions.",
  },
  {
    rule: "SF2",
    reason: "Executions wait for minutes on people; a trace of that tells nothing and is charged for.",
  },
  {
    rule: "IAM5[Resource::*]",
    under: "Assessment/StateMachine/Role",
    reason: "Log delivery of state machines knows no narrower resource.",
  },
  {
    rule: "IAM5[Resource::*]",
    under: "WebhookDelivery/StateMachine/Role",
    reason: "Log delivery of state machines knows no narrower resource.",
  },
];

const pool: Acknowledgement[] = [
  {
    rule: "COG2",
    under: "Staff",
    reason: "A second factor is offered to everybody; a company that wants it required sets that in its pool.",
  },
  {
    rule: "COG3",
    under: "Staff",
    reason: "Threat protection costs 5 cents a user and month; passwords are long, nobody signs up, and few know it.",
  },
  {
    rule: "COG8",
    under: "Staff",
    reason: "The Essentials plan has all that signing in takes here; the Plus plan charges for every user.",
  },
];

/** Says why the findings that stand are meant to stand. */
export function acknowledge(stacks: { site: IConstruct; service: IConstruct; pool?: IConstruct }): void {
  apply(stacks.site, site);
  if (stacks.site.node.tryFindChild(PUBLISHER)) apply(stacks.site, publisher);
  apply(stacks.service, service);
  if (stacks.pool) apply(stacks.pool, pool);
}

function apply(stack: IConstruct, acknowledgements: readonly Acknowledgement[]): void {
  for (const { rule, under, reason } of acknowledgements) {
    const construct = (under ?? "")
      .split("/")
      .reduce<IConstruct>((node, id) => (id ? node.node.findChild(id) : node), stack);
    Validations.of(construct).acknowledge({ id: `AwsSolutions::AwsSolutions-${rule}`, reason });
  }
}
