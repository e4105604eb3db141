import { SCOPES } from "#shared/contracts/route.ts";
import { Refusal } from "#shared/domain/foundation/refusal.ts";
import type { Person } from "#shared/domain/staff/person.ts";
import type { Authenticators } from "./chain/authenticate.ts";
import type { Caller } from "./exchange.ts";

type SignedIn = Extract<Caller, { kind: "staff" }>;

/** Lets people in who have signed in. @param personOf who a token speaks of; refuses where it is none */
export const signedInStaff = (
  personOf: (input: { token: string }) => Promise<Person>,
): NonNullable<Authenticators["staff"]> => ({
  async identify(token, named) {
    const person = await personOf({ token });
    const { id, roles, jobs } = person;
    if (named !== undefined && named !== id) {
      throw new Refusal("forbidden", "Whoever has signed in acts for nobody else: leave Assay-Actor out.");
    }
    const actor = { id, roles, ...(jobs && { jobs }), delegate: false };
    return { kind: "staff", id, person, token, scopes: grantable(person), actor };
  },
  requireRole,
});

/** What an admin may hand out to machines; to call, a person needs roles and no scopes. */
const grantable = ({ roles }: Person): readonly string[] => (roles.includes("admin") ? SCOPES : []);

function requireRole({ person }: SignedIn, roles: readonly string[]): void {
  if (person.roles.some((role) => roles.includes(role))) return;
  const sentence = `This takes one of the roles ${roles.join(", ")}; you have ${person.roles.join(", ")}.`;
  throw new Refusal("forbidden", sentence, { data: { roles: [...roles] } });
}
