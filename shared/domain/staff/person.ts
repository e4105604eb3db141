import { Refusal } from "../foundation/refusal.ts";
import { isPersonId } from "../session/actors.ts";

/** What a person who signs in may be; whoever has several roles may do what any of them may. */
export const ROLES = ["admin", "recruiter", "interviewer", "reviewer", "author", "auditor"] as const;

export type Role = (typeof ROLES)[number];

/** What an access token says of its bearer, as the issuer named it. */
export type Claims = { readonly [claim: string]: unknown };

/** How a company's tokens are read. A claim's name may be a path: `realm_access.roles`. */
export type SignInRules = {
  subject_claim: string;
  role_claim: string;
  /** Which role each value of the role claim stands for; null where the values are the roles' own names. */
  role_mapping: { readonly [value: string]: Role } | null;
  /** The jobs that a person is limited to; in the role claim itself, they are the values that begin with `job:`. */
  jobs_claim: string;
};

/** Where the company's people sign in, as what, and how their tokens are read. */
export type SignIn = {
  issuer: string;
  client_id: string;
  /** What is asked for, as OAuth writes it: words with spaces between. */
  scope: string;
  /** Whom access tokens must be meant for; null: they name the client that they were given to instead. */
  audience: string | null;
  rules: SignInRules;
};

/** A member of the staff who has signed in. */
export type Person = {
  id: string;
  /** Null where the token tells none. */
  name: string | null;
  roles: readonly Role[];
  /** The job references whose sessions the person is limited to; left out: all. */
  jobs?: readonly string[];
  /** What one signing in has in common, however often its token is renewed. */
  sign_in: string;
};

const JOB = "job:";
const LONGEST_NAME = 200;

/**
 * Who a valid token speaks of.
 *
 * @throws Refusal `unauthenticated` where it names no opaque id, `forbidden` where the person has no role
 */
export function personOf(claims: Claims, rules: SignInRules): Person {
  const roles = rolesOf(claims, rules);
  if (roles.length === 0) {
    const sentence = `You have no role here. Whoever runs your company's sign-in can give you one: ${ROLES.join(", ")}.`;
    throw new Refusal("forbidden", sentence, { data: { roles: [...ROLES] } });
  }
  const jobs = jobsOf(claims, rules);
  return { id: idOf(claims, rules), name: nameOf(claims), roles, ...(jobs && { jobs }), sign_in: signInOf(claims) };
}

/** What a person is called, by a token or a profile. */
export function nameOf({ name, preferred_username, email }: Claims): string | null {
  const told = [name, preferred_username, email].find((each) => typeof each === "string" && each.trim() !== "");
  return told === undefined ? null : String(told).trim().slice(0, LONGEST_NAME);
}

function idOf(claims: Claims, { subject_claim }: SignInRules): string {
  const id = valueAt(claims, subject_claim);
  if (typeof id === "string" && isPersonId(id)) return id;
  throw new Refusal(
    "unauthenticated",
    `The token's "${subject_claim}" is no opaque id; whoever runs Assay can have another claim read.`,
  );
}

/** In the order of {@link ROLES}; what is none is passed over. */
function rolesOf(claims: Claims, { role_claim, role_mapping }: SignInRules): Role[] {
  const values = valuesOf(claims, role_claim);
  const meant = new Set(values.map((value) => (role_mapping ? ownValue(role_mapping, value) : value)));
  return ROLES.filter((role) => meant.has(role));
}

function jobsOf(claims: Claims, { jobs_claim, role_claim }: SignInRules): string[] | undefined {
  const values = valuesOf(claims, jobs_claim);
  if (jobs_claim !== role_claim) return valueAt(claims, jobs_claim) === undefined ? undefined : values;
  const jobs = values.filter((value) => value.startsWith(JOB)).map((value) => value.slice(JOB.length));
  return jobs.length > 0 ? jobs : undefined;
}

function signInOf({ origin_jti, sid, auth_time, jti, iat }: Claims): string {
  return String(origin_jti ?? sid ?? auth_time ?? jti ?? iat ?? "");
}

/** A claim of several values is a list, or one text with commas. */
function valuesOf(claims: Claims, name: string): string[] {
  const value = valueAt(claims, name);
  if (typeof value === "string") return value.split(",").map((part) => part.trim());
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

/** A claim of this very name, which may itself hold dots, before one at the path. */
function valueAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name
    .split(".")
    .reduce<unknown>((value, part) => (isClaims(value) ? ownValue(value, part) : undefined), claims);
}

const isClaims = (value: unknown): value is Claims => typeof value === "object" && value !== null;

const ownValue = <T>(values: { readonly [name: string]: T }, name: string): T | undefined =>
  Object.hasOwn(values, name) ? values[name] : undefined;
