import * as z from "zod/mini";
import type { Json } from "../../domain/foundation/json.ts";

/*
 * What the candidate's operations are described with too. Apart from `common.ts`, because every shape beside these would
 * be built at the start of the one function that somebody waits for.
 */

/** Any JSON value; what arrives has been through `JSON.parse`, so nothing is left to check. */
export const json = z.custom<Json>();

/** A time in an answer: RFC 3339 UTC with milliseconds. */
export const time = z.iso.datetime();

const notBlank = z.regex(/\S/, "must not be blank");
export const shortText = z.string().check(z.minLength(1, { abort: true }), z.maxLength(200), notBlank);
export const longText = z.string().check(z.minLength(1, { abort: true }), z.maxLength(2_000), notBlank);

/** A body of which nothing is asked: left out or `{}`. */
export const emptyBody = z.optional(z.strictObject({}));
