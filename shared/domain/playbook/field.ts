import * as z from "zod/mini";

/** Gives a field its sentence in the authoring guide and in the JSON schema for editors. */
export const field = <Schema extends z.ZodMiniType>(description: string, schema: Schema): Schema =>
  schema.check(z.describe(description));
