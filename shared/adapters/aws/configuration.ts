import { endpointOf, type Service } from "./endpoint.ts";

/**
 * What the client of a service is made with. Region, credentials and endpoints come from the environment alone, as Lambda
 * gives them, so that no bundle carries the chain of other providers.
 */
export const awsConfiguration = (service: Service) => ({
  region: fromEnvironment("AWS_REGION"),
  endpoint: endpointOf(service),
  credentials: async () => {
    const sessionToken = process.env["AWS_SESSION_TOKEN"];
    return {
      accessKeyId: fromEnvironment("AWS_ACCESS_KEY_ID"),
      secretAccessKey: fromEnvironment("AWS_SECRET_ACCESS_KEY"),
      ...(sessionToken && { sessionToken }),
    };
  },
  maxAttempts: 4,
  retryMode: "standard",
  requestHandler: { connectionTimeout: 1_000 },
});

function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`the environment variable ${name} is missing`);
  return value;
}
