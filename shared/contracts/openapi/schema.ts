import * as z from "zod/mini";
import { PROBLEM_MEDIA_TYPE } from "../problem.ts";

export type JsonSchema = Record<string, unknown>;

/** The schema of what is sent (`input`) or of what is answered (`output`). */
export function schemaOf(schema: z.ZodMiniType, io: "input" | "output"): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any", override: shorten });
  return rest;
}

/** What has a format needs no expression that says the same on half a page. */
function shorten({ jsonSchema }: { jsonSchema: { format?: unknown; pattern?: unknown } }): void {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
}

export const jsonContent = (schema: JsonSchema): JsonSchema => ({ "application/json": { schema } });

export const problemContent: JsonSchema = {
  [PROBLEM_MEDIA_TYPE]: { schema: { $ref: "#/components/schemas/Problem" } },
};

/** What the gateway answers by itself has a shape of its own. */
export const gatewayContent: JsonSchema = jsonContent({
  type: "object",
  properties: { message: { type: "string" } },
  required: ["message"],
});
