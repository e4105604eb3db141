import type { Scope } from "#shared/contracts/route.ts";
import { Refusal } from "#shared/domain/foundation/refusal.ts";
import { type Actor, isPersonId } from "#shared/domain/session/actors.ts";

/** What a key must be allowed to name persons. */
const ACT_FOR_STAFF: Scope = "staff:act";

/** Whose deed a machine records: its own, or that of the person it names, where its key may name any. */
export function actorFor({ id, scopes }: { id: string; scopes: readonly string[] }, person: string | undefined): Actor {
  const mayNameOthers = scopes.includes(ACT_FOR_STAFF);
  if (person === undefined) return { id, roles: [], delegate: mayNameOthers };
  if (!mayNameOthers) {
    throw new Refusal("forbidden", `This key lacks the scope ${ACT_FOR_STAFF}.`, { data: { scope: ACT_FOR_STAFF } });
  }
  if (isPersonId(person)) return { id: person, roles: [], delegate: false };
  throw new Refusal("invalid_request", "Assay-Actor must be the opaque id of a person.", {
    violations: [{ path: "assay-actor", message: "must be an opaque id" }],
  });
}
