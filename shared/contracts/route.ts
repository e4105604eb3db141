import type * as z from "zod/mini";
import { ROLES, type Role } from "../domain/staff/person.ts";
import type { ProblemCode } from "./problem.ts";

export { ROLES, type Role };

/** The trust zone whose function answers a route; each zone is one Lambda with a role of its own. */
export type Zone = "candidate" | "staff" | "ats";

/** What a machine's key may be allowed. */
export const SCOPES = [
  "sessions:read",
  "sessions:write",
  /** To erase sessions, and to hold them. */
  "sessions:erase",
  "results:read",
  "audit:read",
  "playbooks:read",
  "playbooks:write",
  "webhooks:write",
  "settings:write",
  "ats:greenhouse",
  "ats:ashby",
  "ats:workable",
  "ats:recruitee",
  "ats:generic",
  "events:read",
  "keys:write",
  "interviews:write",
  "reviews:write",
  "flags:write",
  "decisions:write",
  "staff:read",
  /** To name, with each request, the person on whose behalf it is made. */
  "staff:act",
] as const;

export type Scope = (typeof SCOPES)[number];

/**
 * Who may call: a session's candidate; a machine whose key has the scope, or a person with one of the roles; whoever we
 * know, with any key or any role; or anybody.
 */
export type Access = { candidate: true } | { scope: Scope; roles: readonly Role[] } | { known: true } | { open: true };

/**
 * One operation of the API, declared once: API Gateway's routes, the handlers' parsing, OpenAPI, the page's client and
 * the local runtime are all made from it.
 */
export type Route = {
  operation: string;
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** With `{parameters}`, as API Gateway writes them. */
  path: string;
  zone: Zone;
  access: Access;
  /**
   * What a person gets who sees the sessions of some jobs only, where the path names no session: those sessions
   * (`filtered`), or what everybody gets, because nothing of it is of a session (`unrelated`). Left out: nothing.
   */
  jobs?: "filtered" | "unrelated";
  summary: string;
  query?: z.ZodMiniType;
  body?: z.ZodMiniType;
  /** The success status and what it answers with; no schema for 204. */
  success: { status: number; response?: z.ZodMiniType };
  /** The refusals a caller must expect, by code of `problem.ts`. */
  refusals: readonly ProblemCode[];
};
