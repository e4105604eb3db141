import * as z from "zod/mini";
import { positiveDecimal } from "#shared/domain/grading/item-fields.ts";
import { playbookSchema } from "#shared/domain/playbook/full-schema.ts";
import { decimal } from "#shared/domain/playbook/schema.ts";

const DECIMALS = [decimal, positiveDecimal].map((schema) => z.toJSONSchema(schema).pattern);

/** The JSON schema of a playbook for editors: what an author may write, so numbers too where decimals are kept as text. */
export function playbookJsonSchema(reused: "ref" | "inline" = "ref"): object {
  const schema = z.toJSONSchema(playbookSchema, {
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
