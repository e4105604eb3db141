import * as z from "zod/mini";
import { AREAS, EFFECTS } from "../../domain/playbook/diff/change.ts";
import { json, jsonObject, pageOf, shortText, time, violation } from "./common.ts";

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
/** `keys`: whether keys, rubrics and hidden tests are in it; `digest` is of the whole either way. */
export const publishedPlaybook = z.object({
  playbook: jsonObject,
  digest: z.string(),
  published_at: time,
  keys: z.boolean(),
});
export const playbookCheck = z.object({ valid: z.boolean(), violations: z.array(violation) });

/** The version to compare with, `id@version`; changes lead from it to the one in the path. */
export const playbookDiffQuery = z.strictObject({ against: shortText });
export const playbookDiff = z.object({
  playbook: z.string(),
  against: z.string(),
  changes: z.array(
    z.object({
      area: z.enum(AREAS),
      /** `results`: other results for the same answers; `candidates`: another page for them; `staff`: other words. */
      effect: z.enum(EFFECTS),
      /** Leads to the change by ids, for example `items.tax.key`. */
      path: z.string(),
      text: z.string(),
      before: json,
      after: json,
    }),
  ),
});
