/** A JSON Schema, as far as the interface's document uses it. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: { [name: string]: Schema };
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  description?: string;
  default?: unknown;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
};

type Content = { [mediaType: string]: { schema: Schema } };

export type Parameter = {
  name: string;
  in: "path" | "query" | "header";
  required: boolean;
  description?: string;
  schema: Schema;
};

export type Answer = { description: string; content?: Content };
type Reference = { $ref: string };

/** An operation, or a message that is sent to webhooks. */
export type Described = {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  security: { [scheme: string]: unknown }[];
  parameters: (Parameter | Reference)[];
  requestBody?: { required: boolean; content: Content };
  responses: { [status: string]: Answer | Reference };
};

/** The interface's OpenAPI document, as far as its readers need it. */
export type ApiDocument = {
  info: { title: string; version: string; description: string };
  tags: { name: string; description: string; "x-displayName": string }[];
  paths: { [path: string]: { [method: string]: Described } };
  webhooks: { [type: string]: { post: Described } };
  components: object;
};

/** What a reference inside the document leads to; anything else is itself. */
export function resolved<T extends object>(document: ApiDocument, part: T | Reference): T {
  if (!("$ref" in part) || typeof part.$ref !== "string") return part as T;
  return part.$ref
    .slice(2)
    .split("/")
    .reduce<unknown>((at, name) => (at as { [name: string]: unknown })[name], document) as T;
}
