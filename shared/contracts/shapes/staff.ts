import * as z from "zod/mini";
import { ROLES } from "../../domain/staff/person.ts";
import { optional, pageOf, time } from "./common.ts";

/** What a page needs to have somebody sign in, beside the issuer's discovery document. */
export const signIn = z.object({
  issuer: z.string(),
  client_id: z.string(),
  scope: z.string(),
  /** To be asked for where it is told. */
  audience: z.optional(z.string()),
});

/** A machine has scopes, a person roles; `scopes` of an admin are those that keys may be given. */
export const caller = z.object({
  id: z.string(),
  kind: z.enum(["machine", "staff"]),
  name: z.nullable(z.string()),
  /** A key's name, as `name`. */
  label: optional(z.string()),
  roles: z.array(z.enum(ROLES)),
  scopes: z.array(z.string()),
  /** The job references that the person is limited to; left out: all. */
  jobs: z.optional(z.array(z.string())),
});

export const staffPage = pageOf(
  z.object({ id: z.string(), name: z.nullable(z.string()), roles: z.array(z.enum(ROLES)), last_seen: time }),
);
