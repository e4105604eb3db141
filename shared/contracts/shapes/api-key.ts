import * as z from "zod/mini";
import { SCOPES } from "../route.ts";
import { shortText, time } from "./common.ts";

export const createKeyBody = z.strictObject({
  label: shortText,
  /** Among those that the caller has. */
  scopes: z.array(z.enum(SCOPES)).check(z.minLength(1), z.maxLength(SCOPES.length)),
});

export const apiKey = z.object({
  id: z.string(),
  label: z.string(),
  scopes: z.array(z.string()),
  created_at: time,
  revoked_at: z.nullable(time),
});

/** The answer to a creation; `key` is never shown again. */
export const createdKey = z.extend(apiKey, { key: z.string() });
export const apiKeyList = z.object({ data: z.array(apiKey) });
