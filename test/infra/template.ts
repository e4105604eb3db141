import { Template } from "aws-cdk-lib/assertions";
import type { CodeSource } from "#infra/constructs/zone-function.ts";
import { assayApp } from "#infra/synth.ts";

export type Resource = ReturnType<Template["findResources"]>[string];

/** The templates as they would be deployed, with settings laid over the standard ones. */
export function templates(settings: Record<string, unknown> = {}, code: CodeSource = "sources") {
  const { data, site, service, pool } = assayApp({ code, settings, checks: false });
  return {
    data: Template.fromStack(data),
    site: Template.fromStack(site),
    service: Template.fromStack(service),
    pool: pool && Template.fromStack(pool),
  };
}

export const resourcesOf = (template: Template, type: string): [string, Resource][] =>
  Object.entries(template.findResources(type));

/** What each zone's function may do: its role's statements, actions by resource, in one readable line each. */
export function zonePermissions(service: Template): { [entry: string]: string[] } {
  const policies = resourcesOf(service, "AWS::IAM::Policy").map(([, policy]) => policy);
  return Object.fromEntries(
    resourcesOf(service, "AWS::Lambda::Function").map(([, handler]) => {
      const role = handler.Properties["Role"]["Fn::GetAtt"][0];
      const own = policies.filter((policy) =>
        policy.Properties["Roles"].some(({ Ref }: { Ref: string }) => Ref === role),
      );
      const statements = own.flatMap((policy) => policy.Properties["PolicyDocument"].Statement);
      return [handler.Metadata!["assay:entry"], statements.flatMap(linesOf).sort()];
    }),
  );
}

type Statement = {
  Action: string | string[];
  Resource: unknown;
  Condition?: { [operator: string]: { [key: string]: string | string[] } };
};

function linesOf({ Action, Resource, Condition }: Statement): string[] {
  const resources = [...new Set([Resource].flat().map(nameOf))].sort().join(" ");
  const partitions = Condition?.["ForAllValues:StringLike"]?.["dynamodb:LeadingKeys"];
  const within = partitions === undefined ? "" : ` within ${[partitions].flat().sort().join(" ")}`;
  return [Action].flat().map((action) => `${action} on ${resources}${within}`);
}

/** The part of a reference that a reader knows it by. */
function nameOf(resource: unknown): string {
  const text = JSON.stringify(resource);
  const known = /(Journal|State|SigningKey)[A-F0-9]{8}|Zones(\w+?)(?:Function|Log)[A-F0-9]{8}|stateMachine:(\w+)/.exec(
    text,
  );
  const name = known?.[1] ?? known?.[2] ?? known?.[3] ?? text;
  if (text.includes("/index/")) return `${name}/${/index\/([\w-]+)/.exec(text)![1]}`;
  return text.includes("Log") ? `own log` : name;
}
