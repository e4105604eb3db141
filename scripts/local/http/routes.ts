import { asText } from "../json.ts";
import type { Resource, Template } from "../template/template.ts";

/** One route of the HTTP API, and the function behind it. */
export type Route = { key: string; method: string; segments: string[]; functionArn: string };

export type Match = { route: Route; parameters: Record<string, string> };

export const DEFAULT_ROUTE = "$default";

/** The routes of the template's HTTP API. @throws Error for an integration that is no function with payload 2.0 */
export function loadRoutes(template: Template): Route[] {
  const integrations = new Map(template.all("AWS::ApiGatewayV2::Integration").map((each) => [each.id, each]));
  return template.all("AWS::ApiGatewayV2::Route").map(({ id, properties }) => {
    const target = asText(properties["Target"], `the target of ${id}`).split("/").at(-1)!;
    const authorization = properties["AuthorizationType"] ?? "NONE";
    if (authorization !== "NONE") throw new Error(`route ${id}: no local authorizer of type ${authorization}`);
    return toRoute(asText(properties["RouteKey"], `the key of ${id}`), functionOf(integrations.get(target), id));
  });
}

function functionOf(integration: Resource | undefined, route: string): string {
  if (!integration) throw new Error(`route ${route} has no integration`);
  const { IntegrationType, PayloadFormatVersion, IntegrationUri } = integration.properties;
  if (IntegrationType !== "AWS_PROXY" || PayloadFormatVersion !== "2.0") {
    throw new Error(`integration ${integration.id}: only functions with payload 2.0 run here`);
  }
  const uri = asText(IntegrationUri, `the function of ${integration.id}`);
  return /functions\/(arn:[^/]+)\/invocations$/.exec(uri)?.[1] ?? uri;
}

function toRoute(key: string, functionArn: string): Route {
  if (key === DEFAULT_ROUTE) return { key, method: "ANY", segments: [], functionArn };
  const [method, path] = key.split(" ");
  return { key, method: method!, segments: path!.split("/").slice(1), functionArn };
}

/** The most specific route that takes the request: whole paths before greedy ones, `$default` last. */
export function matchRoute(routes: Route[], method: string, path: string): Match | undefined {
  const segments = path.split("/").slice(1);
  const matches = routes
    .filter((route) => route.method === "ANY" || route.method === method)
    .map((route) => ({ route, parameters: parametersOf(route, segments) }))
    .filter((match): match is Match => match.parameters !== undefined);
  return matches.sort((a, b) => rank(a.route) - rank(b.route))[0];
}

function rank({ key, method, segments }: Route): number {
  if (key === DEFAULT_ROUTE) return 1_000_000;
  const greedy = segments.at(-1)?.endsWith("+}") ? 100_000 - 1000 * segments.length : 0;
  const variables = segments.filter((segment) => segment.startsWith("{")).length;
  return greedy + 10 * variables + (method === "ANY" ? 1 : 0);
}

function parametersOf({ key, segments }: Route, path: string[]): Record<string, string> | undefined {
  if (key === DEFAULT_ROUTE) return {};
  const parameters: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    if (segment.endsWith("+}")) {
      parameters[segment.slice(1, -2)] = path.slice(index).map(decoded).join("/");
      return path.length > index ? parameters : undefined;
    }
    const given = path[index];
    if (!given || (!segment.startsWith("{") && segment !== given)) return undefined;
    if (segment.startsWith("{")) parameters[segment.slice(1, -1)] = decoded(given);
  }
  return path.length === segments.length ? parameters : undefined;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // a stray percent sign is passed on as it came
  }
}
