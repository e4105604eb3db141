import * as z from "zod/mini";
import { jsonObject, pageOf, time, violation } from "./common.ts";

/** A whole playbook. Its own schema judges it, so that every violation is listed at once. */
export const playbookBody = jsonObject;

export const playbookListing = z.object({
  id: z.string(),
  version: z.int(),
  title: z.string(),
  digest: z.string(),
  published_at: time,
});
export const playbookList = pageOf(playbookListing);
export const publishedPlaybook = z.object({ playbook: jsonObject, digest: z.string(), published_at: time });
export const playbookCheck = z.object({ valid: z.boolean(), violations: z.array(violation) });
