import { endpointOf } from "../aws/endpoint.ts";
import type { Database } from "./client.ts";

type WireRequest = Parameters<Database["client"]["config"]["requestHandler"]["handle"]>[0];

/**
 * Opens the first connection to the tables, so that no request has to wait for it: asks the service how it is, by the
 * client's own connections, which costs a third of a signed request. Resolves when it has answered or after `patience`
 * milliseconds; a failure is left to the first request, which meets it again and can tell it.
 */
export async function openConnection({ client }: Database, patience: number): Promise<void> {
  const opened = client.config.requestHandler
    .handle(healthRequest())
    .then(({ response }) => response.body?.resume?.())
    .catch(ignore);
  const waited = new Promise<void>((resolve) => setTimeout(resolve, patience).unref());
  await Promise.race([opened, waited]);
}

const ignore = (): void => undefined;

function healthRequest(): WireRequest {
  const { protocol, hostname, host, port } = new URL(endpointOf("dynamodb"));
  const health = { protocol, hostname, method: "GET", path: "/", headers: { host }, query: {} };
  return { ...health, ...(port && { port: Number(port) }) } as WireRequest;
}
