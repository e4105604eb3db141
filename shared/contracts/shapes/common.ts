import * as z from "zod/mini";
import { json } from "./basic.ts";

export { emptyBody, json, longText, shortText, time } from "./basic.ts";

export const jsonObject = z.record(z.string(), json);

/** A time in a request, with any offset and precision; parsed to the form of `time`. */
export const anyTime = z.pipe(
  z.iso.datetime({ offset: true }),
  z.transform((text: string) => new Date(text).toISOString()),
);

/** A figure or a number of points as its decimal (or, for points, fraction) text. */
export const figure = z.string();
/** Points in a request: a decimal or a fraction, as text; or a JSON number. */
export const points = z.pipe(
  z.pipe(z.union([z.string(), z.number()]), z.transform(String)),
  z.string().check(z.regex(/^(?:\d{1,6}(?:\.\d{1,9})?|\d{1,9}\/[1-9]\d{0,8})$/, "must be a decimal or a fraction")),
);

/** Also with letters beyond ASCII, before and after the `@`; only a message that arrives proves an address. */
export const emailAddress = z.email({ pattern: /^[^\s@"]{1,64}@[^\s@".]+(?:\.[^\s@".]+)+$/u }).check(z.maxLength(254));

/** Optional members may be left out or `null`. */
export const optional = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));

export const PAGE_LIMIT = { standard: 50, max: 100 } as const;
export const paging = {
  limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(PAGE_LIMIT.max))),
  cursor: z.optional(z.string().check(z.minLength(1), z.maxLength(1_000))),
};

export const pagingQuery = z.strictObject(paging);

/** `{data, next_cursor}`; `next_cursor` is null on the last page. */
export const pageOf = <T extends z.ZodMiniType>(schema: T) =>
  z.object({ data: z.array(schema), next_cursor: z.nullable(z.string()) });

/** One line of what is wrong, and where. */
export const violation = z.object({
  path: z.string(),
  message: z.string(),
  remedy: z.optional(z.string()),
  line: z.optional(z.number()),
});

export const problemDocument = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  request_id: z.string(),
  errors: z.optional(z.array(violation)),
});
