import { SCOPES } from "#shared/contracts/route.ts";
import { Refusal } from "#shared/domain/foundation/refusal.ts";
import type { Person } from "#shared/domain/staff/person.ts";
import type { Caller } from "./exchange.ts";

type SignedIn = Extract<Caller, { kind: "staff" }>;

/**
 * A person who has signed in as a caller.
 *
 * @param named whom the request says it is made for
 * @throws Refusal `forbidden` where that is somebody else
 */
export function signedIn(person: Person, named: string | undefined): SignedIn {
  const { id, roles, jobs } = person;
  if (named !== undefined && named !== id) {
    throw new Refusal("forbidden", "Whoever has signed in acts for nobody else: leave Assay-Actor out.");
  }
  // What an admin may hand out to machines; to call, a person needs roles and no scopes.
  const scopes = roles.includes("admin") ? SCOPES : [];
  return { kind: "staff", id, person, scopes, actor: { id, roles, ...(jobs && { jobs }), delegate: false } };
}

/** @throws Refusal `forbidden` where the person has none of the roles */
export function requireRole({ person }: SignedIn, roles: readonly string[]): void {
  if (person.roles.some((role) => roles.includes(role))) return;
  const sentence = `This takes one of the roles ${roles.join(", ")}; you have ${person.roles.join(", ")}.`;
  throw new Refusal("forbidden", sentence, { data: { roles: [...roles] } });
}
