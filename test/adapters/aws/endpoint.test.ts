import { BedrockRuntimeClient } from "@aws-sdk/client-bedrock-runtime";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SFNClient } from "@aws-sdk/client-sfn";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { endpointOf, type Service } from "#shared/adapters/aws/endpoint.ts";

type Client = new (configuration: {
  region: string;
}) => { config: { endpointProvider: (parameters: { Region: string }) => { url: URL } } };

const CLIENTS: { [S in Service]: Client } = {
  "bedrock-runtime": BedrockRuntimeClient,
  dynamodb: DynamoDBClient,
  email: SESv2Client,
  kms: KMSClient,
  lambda: LambdaClient,
  states: SFNClient,
};
const REGIONS = [
  "us-east-1",
  "us-west-2",
  "eu-central-1",
  "ap-southeast-5",
  "mx-central-1",
  "us-gov-west-1",
  "cn-north-1",
];

beforeEach(() => {
  vi.stubEnv("AWS_ENDPOINT_URL", undefined);
});
afterEach(() => vi.unstubAllEnvs());

/** The rules that a service's own client carries, and that no bundle does. */
const byTheClientsRules = (service: Service, region: string): string =>
  new CLIENTS[service]({ region }).config.endpointProvider({ Region: region }).url.href;

test.each(Object.keys(CLIENTS) as Service[])("%s is found where its own client would find it", (service) => {
  for (const region of REGIONS) {
    vi.stubEnv("AWS_REGION", region);
    expect(new URL(endpointOf(service)).href, region).toBe(byTheClientsRules(service, region));
  }
});

test("an address in the environment goes before, that of the one service first of all", () => {
  vi.stubEnv("AWS_REGION", "us-east-1");
  vi.stubEnv("AWS_ENDPOINT_URL", "http://127.0.0.1:1");
  vi.stubEnv("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:2");
  expect(endpointOf("lambda")).toBe("http://127.0.0.1:1");
  expect(endpointOf("dynamodb")).toBe("http://127.0.0.1:2");
});
