import type { Entry } from "./entries.ts";
import { sampleOf } from "./sample.ts";

const CREDENTIALS: { [C in Entry["caller"]]: string[] } = {
  key: ['-H "Authorization: Bearer $KEY"'],
  candidate: ['-H "Authorization: Bearer $TOKEN"'],
  anybody: [],
  us: [],
};

/** The call as a command: `$API` is the company's address, ids stand in variables named after them. */
export function curlOf({ method, path, caller, parameters, body }: Entry): string {
  const address = path.replaceAll(/\{(\w+)\}/g, (_match, name: string) => `$${name.toUpperCase()}`);
  const query = parameters
    .filter((parameter) => parameter.in === "query" && parameter.required)
    .map(({ name, schema }) => `${name}=${sampleOf(schema, { fields: "required" }, name)}`);
  const search = query.length > 0 ? `?${query.join("&")}` : "";
  const request = method === "GET" ? "curl" : `curl -X ${method}`;
  return [`${request} "$API${address}${search}"`, ...CREDENTIALS[caller], ...bodyOf(body)].join(" \\\n  ");
}

function bodyOf(body: Entry["body"]): string[] {
  if (!body?.required) return [];
  const sample = JSON.stringify(sampleOf(body.schema, { fields: "required" }), null, 2);
  return ['-H "Content-Type: application/json"', `-d '${sample.replaceAll("'", "'\\''")}'`];
}
