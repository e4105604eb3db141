import { nameOf, type Person } from "../domain/staff/person.ts";
import type { StaffMember } from "../ports/staff.ts";
import { organisationLog } from "./organisation-log.ts";
import type { Ports } from "./ports.ts";

type SignInPorts = Pick<Ports, "staff" | "staffTokens" | "journal" | "identity" | "clock">;

/** Milliseconds for which somebody counts as just seen. */
const JUST_SEEN = 300_000;

/**
 * Remembers who a person is, so that colleagues read a name where an id stands, and notes once for each signing in that
 * the roles are used. The name is the token's, else what the issuer tells.
 */
export const noteSignIn = (ports: SignInPorts) => {
  const record = organisationLog(ports);
  return async ({ person, token }: { person: Person; token: string }): Promise<StaffMember> => {
    const { id, sign_in, roles } = person;
    const [before, last_seen] = [await ports.staff.read(id), ports.clock.now()];
    const isNoted = before?.sign_in === sign_in && before.roles.join() === roles.join();
    if (isNoted && Date.parse(last_seen) - Date.parse(before.last_seen) < JUST_SEEN) return before;
    const told = person.name ?? (isNoted ? null : nameOf(await ports.staffTokens.profile(token)));
    if (!isNoted) {
      await record({ kind: "staff.signed_in", at: last_seen, actor: id, payload: { roles: [...roles] } });
    }
    const member = { id, name: told ?? before?.name ?? null, roles, last_seen, sign_in };
    await ports.staff.save(member);
    return member;
  };
};
