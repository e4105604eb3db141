/** Services by the name that their addresses begin with, and the one that the environment's variables know them by. */
const SERVICES = {
  "bedrock-runtime": "BEDROCK_RUNTIME",
  dynamodb: "DYNAMODB",
  email: "SESV2",
  kms: "KMS",
  lambda: "LAMBDA",
  states: "SFN",
};

export type Service = keyof typeof SERVICES;

/**
 * Where a service is: as the environment says, or where all regions of AWS, its China included, have their services.
 * The clients' own rules know far more ways, for what no deployment of ours uses, and no bundle carries them.
 */
export function endpointOf(service: Service): string {
  const { AWS_REGION: region = "", AWS_ENDPOINT_URL: everywhere } = process.env;
  const domain = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
  return process.env[`AWS_ENDPOINT_URL_${SERVICES[service]}`] ?? everywhere ?? `https://${service}.${region}.${domain}`;
}
