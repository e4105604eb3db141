import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { openApi } from "#shared/contracts/openapi.ts";
import { routes } from "#shared/contracts/routes.ts";
import type { Schema } from "./generate.ts";

type Content = { [mediaType: string]: { schema: Schema } };
type Answer = { content?: Content };
type Parameter = { name: string; in: "path" | "query" | "header"; required: boolean; schema: Schema };

/** One operation as the document describes it. */
export type Described = {
  operationId: string;
  method: string;
  path: string;
  security: { [scheme: string]: unknown }[];
  parameters: Parameter[];
  requestBody?: { required: boolean; content: Content };
  responses: { [status: string]: Answer };
};

type Document = { paths: { [path: string]: { [method: string]: Omit<Described, "method" | "path"> } } };

/** Every operation of the document, its references resolved. */
export function describedOperations(): Described[] {
  const document = JSON.parse(JSON.stringify(openApi(routes)));
  const { paths } = resolved(document, document) as Document;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
  );
}

function resolved(part: unknown, document: unknown): unknown {
  if (Array.isArray(part)) return part.map((element) => resolved(element, document));
  if (typeof part !== "object" || part === null) return part;
  if ("$ref" in part) return resolved(target(String(part.$ref), document), document);
  return Object.fromEntries(Object.entries(part).map(([name, member]) => [name, resolved(member, document)]));
}

const target = (reference: string, document: unknown): unknown =>
  reference
    .slice(2)
    .split("/")
    .reduce<unknown>((part, name) => (part as { [name: string]: unknown })[name], document);

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
const compiled = new WeakMap<Schema, ValidateFunction>();

function validatorOf(schema: Schema): ValidateFunction {
  const validate = compiled.get(schema) ?? ajv.compile(schema);
  compiled.set(schema, validate);
  return validate;
}

export type Reply = { statusCode: number; headers: { [name: string]: string }; body?: string };

/** What about a reply isn't as the document says; undefined where nothing is. */
export function offDocument({ responses }: Described, reply: Reply): string | undefined {
  const answer = responses[reply.statusCode];
  if (!answer) return `the status ${reply.statusCode} isn't documented`;
  if (!answer.content) return reply.body === undefined ? undefined : "there is a body where none is documented";
  const type = reply.headers["content-type"] ?? "none";
  const media = answer.content[type];
  if (!media) return `the content type ${type} isn't documented`;
  const validate = validatorOf(media.schema);
  return validate(JSON.parse(reply.body ?? "null")) ? undefined : ajv.errorsText(validate.errors);
}
