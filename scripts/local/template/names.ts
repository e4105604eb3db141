/** What a deployment would be told by AWS, and what the local one answers: account, region, and how resources are named. */
export const REGION = "us-east-1";
export const ACCOUNT = "000000000000";

/** Where the pool's people sign in, on the front. */
export const ISSUER_PATH = "/issuer";

const PSEUDO_PARAMETERS: Record<string, string> = {
  "AWS::Partition": "aws",
  "AWS::Region": REGION,
  "AWS::AccountId": ACCOUNT,
  "AWS::URLSuffix": "amazonaws.com",
  "AWS::StackName": "local",
  "AWS::StackId": "local",
};

export function pseudoParameter(name: string): string | undefined {
  return PSEUDO_PARAMETERS[name];
}

const arn = (service: string, rest: string) => `arn:aws:${service}:${REGION}:${ACCOUNT}:${rest}`;

const ARNS: Record<string, (id: string) => string> = {
  "AWS::Lambda::Function": (id) => arn("lambda", `function:${id}`),
  "AWS::DynamoDB::Table": (id) => arn("dynamodb", `table/${id}`),
  "AWS::DynamoDB::GlobalTable": (id) => arn("dynamodb", `table/${id}`),
  "AWS::StepFunctions::StateMachine": (id) => arn("states", `stateMachine:${id}`),
  "AWS::KMS::Key": (id) => arn("kms", `key/${id}`),
  "AWS::SQS::Queue": (id) => arn("sqs", id),
  "AWS::SNS::Topic": (id) => arn("sns", id),
  "AWS::Events::Rule": (id) => arn("events", `rule/${id}`),
  "AWS::Logs::LogGroup": (id) => arn("logs", `log-group:${id}:*`),
  "AWS::IAM::Role": (id) => `arn:aws:iam::${ACCOUNT}:role/${id}`,
  "AWS::S3::Bucket": (id) => `arn:aws:s3:::${id}`,
};

const REFERENCED_BY_ARN = ["AWS::StepFunctions::StateMachine", "AWS::SNS::Topic"];

/** What `Ref` gives for a resource: its ARN where CloudFormation gives one, else its logical id, which names it here. */
export function referenceTo(type: string, id: string): string {
  return REFERENCED_BY_ARN.includes(type) ? ARNS[type]!(id) : id;
}

/**
 * What `Fn::GetAtt` gives for a resource.
 * @param frontHost host and port of the local front, where API and site both answer
 * @throws Error for an attribute that has no local meaning
 */
export function attributeOf(resource: { type: string; id: string }, attribute: string, frontHost: string): string {
  const { type, id } = resource;
  const arnOf = ARNS[type];
  if (attribute === "Arn" && arnOf) return arnOf(id);
  if (attribute === "Name" || attribute === "QueueName" || attribute === "TopicName") return id;
  if (type === "AWS::ApiGatewayV2::Api" && attribute === "ApiEndpoint") return `http://${frontHost}`;
  if (type === "AWS::Cognito::UserPool" && attribute === "ProviderURL") return `http://${frontHost}${ISSUER_PATH}`;
  if (type === "AWS::CloudFront::Distribution" && attribute === "DomainName") return frontHost;
  if (type === "AWS::CloudFront::Function" && attribute === "FunctionARN")
    return `arn:aws:cloudfront::${ACCOUNT}:function/${id}`;
  if (type === "AWS::CloudFront::OriginAccessControl" && attribute === "Id") return id;
  if (type === "AWS::S3::Bucket" && attribute.endsWith("DomainName")) return `${id}.s3.${REGION}.amazonaws.com`;
  throw new Error(`no local value for attribute ${attribute} of ${id} (${type})`);
}
