import { asList, asObject, asText, isJsonObject, type Json, type JsonObject } from "../json.ts";
import type { Template } from "../template/template.ts";

/** What CloudFront does with a path: where it goes, and which headers its answer gets. */
type Behavior = { origin: "api" | "site"; headers: Record<string, string> };

/** The template's distribution; undefined where it has none. */
export type Distribution = { behaviorFor(path: string): Behavior };

export function loadDistribution(template: Template): Distribution | undefined {
  const distribution = template.all("AWS::CloudFront::Distribution")[0];
  if (!distribution) return undefined;
  const settings = asObject(distribution.properties["DistributionConfig"], "DistributionConfig");
  const context = { apiOrigins: apiOrigins(settings), policies: headerPolicies(template) };
  const listed = asList(settings["CacheBehaviors"], "CacheBehaviors").map((each) => {
    const behavior = asObject(each, "a cache behavior");
    return { pattern: toPattern(asText(behavior["PathPattern"], "PathPattern")), ...toBehavior(behavior, context) };
  });
  const otherwise = toBehavior(asObject(settings["DefaultCacheBehavior"], "DefaultCacheBehavior"), context);
  return { behaviorFor: (path) => listed.find(({ pattern }) => pattern.test(path)) ?? otherwise };
}

type Context = { apiOrigins: Set<string>; policies: Map<string, Record<string, string>> };

/** Origins that are no bucket. */
function apiOrigins(settings: JsonObject): Set<string> {
  const origins = asList(settings["Origins"], "Origins").map((origin) => asObject(origin, "an origin"));
  const custom = origins.filter((origin) => origin["CustomOriginConfig"] !== undefined);
  return new Set(custom.map((origin) => asText(origin["Id"], "the id of an origin")));
}

function toPattern(glob: string): RegExp {
  const source = glob
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source.startsWith("/") ? "" : "/"}${source}$`);
}

function toBehavior(behavior: JsonObject, { apiOrigins: api, policies }: Context): Behavior {
  const policy = behavior["ResponseHeadersPolicyId"];
  return {
    origin: api.has(asText(behavior["TargetOriginId"], "TargetOriginId")) ? "api" : "site",
    headers: (typeof policy === "string" && policies.get(policy)) || {},
  };
}

function headerPolicies(template: Template): Map<string, Record<string, string>> {
  const policies = template.all("AWS::CloudFront::ResponseHeadersPolicy");
  return new Map(
    policies.map(({ id, properties }) => {
      const settings = asObject(properties["ResponseHeadersPolicyConfig"], id);
      return [id, { ...securityHeaders(settings["SecurityHeadersConfig"]), ...customHeaders(settings) }];
    }),
  );
}

function customHeaders(settings: JsonObject): Record<string, string> {
  const items = asList(asObject(settings["CustomHeadersConfig"] ?? {}, "CustomHeadersConfig")["Items"], "Items");
  const entries = items.map((item) => {
    const { Header, Value } = asObject(item, "a header");
    return [asText(Header, "Header").toLowerCase(), asText(Value, "Value")] as const;
  });
  return Object.fromEntries(entries);
}

/** How each part of `SecurityHeadersConfig` reads as a header; transport security has no meaning without TLS. */
const SECURITY_HEADERS: Record<string, (part: JsonObject) => [string, Json | undefined] | undefined> = {
  ContentSecurityPolicy: (part) => ["content-security-policy", part["ContentSecurityPolicy"]],
  ContentTypeOptions: () => ["x-content-type-options", "nosniff"],
  FrameOptions: (part) => ["x-frame-options", part["FrameOption"]],
  ReferrerPolicy: (part) => ["referrer-policy", part["ReferrerPolicy"]],
  XSSProtection: () => undefined,
  StrictTransportSecurity: () => undefined,
};

function securityHeaders(settings: Json | undefined): Record<string, string> {
  if (!isJsonObject(settings)) return {};
  const entries = Object.entries(settings).map(([name, part]) => {
    const read = SECURITY_HEADERS[name];
    if (!read) throw new Error(`no local meaning for ${name} of a response headers policy`);
    return read(asObject(part, name));
  });
  return Object.fromEntries(
    entries.filter((entry) => entry !== undefined).map(([name, value]) => [name, String(value)]),
  );
}
