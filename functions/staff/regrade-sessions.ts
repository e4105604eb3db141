import { Refusal } from "#shared/domain/foundation/refusal.ts";
import { regradeSessions } from "#shared/use-cases/regrade-sessions.ts";
import type { Call, PortsOf, Serve } from "../runtime/operation.ts";

export const serveRegradeSessions = (ports: PortsOf<typeof regradeSessions>): Serve<"regrade-sessions"> => {
  const useCase = regradeSessions(ports);
  return async ({ caller, parameters, body }) => {
    if (body.commit) requireCommitter(caller);
    return useCase({ ...parameters, ...body, actor: caller.actor });
  };
};

/** An author may see whom new keys would move; to move them takes an admin. */
function requireCommitter(caller: Call<"regrade-sessions">["caller"]): void {
  if (caller.kind === "machine" || caller.person.roles.includes("admin")) return;
  throw new Refusal("forbidden", "Only an admin commits a regrade; leave commit out to see who would move.", {
    data: { roles: ["admin"] },
  });
}
