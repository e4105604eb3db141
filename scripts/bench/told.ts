import path from "node:path";
import { type ZoneName, zoneSources } from "#infra/zone-sources.ts";
import { functionDefinitions } from "../local/functions/definition.ts";
import { LOCAL_CLIENT } from "../local/runtime.ts";
import type { Template } from "../local/template/template.ts";

const ROOT = path.join(import.meta.dirname, "../..");

/** What a zone's function is told by its environment: all that the template says, and where AWS is. */
export function toldBy(
  template: Template,
  zone: ZoneName,
  { awsUrl, dynamodbUrl }: { awsUrl: string; dynamodbUrl: string },
): NodeJS.ProcessEnv {
  const functions = functionDefinitions(template, { code: "source", sourceRoot: ROOT });
  const { environment } = functions.find(({ file }) => file === path.join(ROOT, zoneSources[zone]))!;
  return {
    PATH: process.env["PATH"],
    ...environment,
    AWS_REGION: LOCAL_CLIENT.region,
    AWS_ACCESS_KEY_ID: LOCAL_CLIENT.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: LOCAL_CLIENT.credentials.secretAccessKey,
    AWS_ENDPOINT_URL: awsUrl,
    AWS_ENDPOINT_URL_DYNAMODB: dynamodbUrl,
  };
}
