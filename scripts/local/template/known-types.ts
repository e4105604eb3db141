import type { Template } from "./template.ts";

/** Resources that run here. */
const RUN = [
  "AWS::Lambda::Function",
  "AWS::DynamoDB::Table",
  "AWS::DynamoDB::GlobalTable",
  "AWS::StepFunctions::StateMachine",
  "AWS::ApiGatewayV2::Api",
  "AWS::ApiGatewayV2::Route",
  "AWS::ApiGatewayV2::Integration",
  "AWS::Events::Rule",
  "AWS::Scheduler::Schedule",
  "AWS::KMS::Key",
  "AWS::KMS::Alias",
  "AWS::Cognito::UserPool",
  "AWS::Cognito::UserPoolClient",
  "AWS::Cognito::UserPoolGroup",
  "AWS::CloudFront::Distribution",
  "AWS::CloudFront::ResponseHeadersPolicy",
];

/** Resources that a deployment needs and a laptop does not: rights, logs, alarms, dead letters, names, publication. */
const NEEDLESS = [
  /^AWS::(IAM|Logs|CloudWatch|SNS|S3|CDK|Route53|CertificateManager|WAFv2|SES|Budgets|Backup|ResourceGroups)::/,
  /^AWS::CloudFront::(Function|OriginAccessControl|CachePolicy|OriginRequestPolicy)$/,
  /^AWS::Cognito::(UserPoolDomain|ManagedLoginBranding)$/,
  /^AWS::Lambda::(Permission|LayerVersion|EventInvokeConfig)$/,
  /^AWS::ApiGatewayV2::(Stage|DomainName|ApiMapping)$/,
  /^AWS::Scheduler::ScheduleGroup$/,
  /^AWS::SQS::(Queue|QueuePolicy)$/,
  /^Custom::/,
];

/** @throws Error naming every type of resource that would do something deployed and nothing here */
export function refuseUnknownTypes(template: Template): void {
  const unknown = template.types().filter((type) => !RUN.includes(type) && !NEEDLESS.some((each) => each.test(type)));
  if (unknown.length > 0) throw new Error(`the local runtime has nothing for ${unknown.sort().join(", ")}`);
}
