import * as z from "zod/mini";
import { positiveDecimal } from "#shared/domain/grading/item-fields.ts";
import { itemSchemas } from "#shared/domain/grading/schemas.ts";
import { playbookSchemaOf } from "#shared/domain/playbook/full-schema.ts";
import { decimal } from "#shared/domain/playbook/schema.ts";
import { variantList } from "#shared/domain/playbook/variants.ts";

const DECIMALS = [decimal, positiveDecimal].map((schema) => z.toJSONSchema(schema).pattern);

/** As an author may write them: once, with the values of each variant. */
const authoredItems = itemSchemas.map((item) => z.extend(item, { variants: z.optional(variantList) }));

/**
 * The JSON schema of a playbook for editors: what an author may write, so numbers too where decimals are kept as text,
 * and items with the values of their variants.
 */
export function playbookJsonSchema(reused: "ref" | "inline" = "ref"): object {
  const schema = z.toJSONSchema(playbookSchemaOf(authoredItems as unknown as typeof itemSchemas), {
    io: "input",
    reused,
    override: ({ jsonSchema }) => {
      if (jsonSchema.pattern === undefined || !DECIMALS.includes(jsonSchema.pattern)) return;
      delete jsonSchema.pattern;
      Object.assign(jsonSchema, { type: ["number", "string"] });
    },
  });
  return { title: "Assay playbook", ...schema };
}
