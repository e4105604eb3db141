import * as z from "zod/mini";

/** What ATSes send: unknown members are ignored, since vendors add some whenever they like. */
export const maybe = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));

export const id = z.string().check(z.minLength(1), z.maxLength(500));
export const words = z.string().check(z.maxLength(2_000));
export { emailAddress as email } from "../common.ts";
export const address = z.url({ protocol: /^https?$/ }).check(z.maxLength(2_000));
/** A playbook's id, as our own list of tests gave it. */
export const test = z.string().check(z.regex(/^[a-z][a-z0-9_-]{0,63}$/, "must be the id of a test from the list"));
