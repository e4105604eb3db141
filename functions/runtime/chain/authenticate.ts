import type { Access } from "#shared/contracts/route.ts";
import { Refusal } from "#shared/domain/foundation/refusal.ts";
import type { Actor } from "#shared/domain/session/actors.ts";
import type { Caller, Link } from "../exchange.ts";

export type Authenticators = {
  /** @throws Refusal `unauthenticated` */
  candidate?: (input: { token: string }) => Promise<{ session: string }>;
  /** @throws Refusal `unauthenticated` */
  machine?: (input: { key: string }) => Promise<{ id: string; label: string; scopes: readonly string[] }>;
  /** Who acts where a machine names a person; the machine itself where left out. @throws Refusal `forbidden` */
  actor?: (machine: { id: string; scopes: readonly string[] }, person: string | undefined) => Actor;
};

/** Knows who calls, as far as the route asks for it, and whether they may. */
export function authenticate(authenticators: Authenticators): Link {
  return {
    before: async ({ event }) => {
      const { access } = event.exchange.route!;
      if ("open" in access) return;
      const credential = credentialOf(access, event.headers["authorization"]);
      const caller = await identify(access, credential, authenticators);
      requireScope(access, caller);
      if (caller.kind === "machine" && authenticators.actor) {
        caller.actor = authenticators.actor(caller, event.headers["assay-actor"]);
      }
      Object.assign(event.exchange, { caller, credential });
    },
  };
}

/** A candidate's token comes as a bearer token; a key also as a basic user name. */
function credentialOf(access: Access, header: string | undefined): string | undefined {
  return bearerOf(header) ?? ("candidate" in access ? undefined : basicUserOf(header));
}

async function identify(access: Access, credential: string | undefined, by: Authenticators): Promise<Caller> {
  if ("candidate" in access) {
    if (!credential || !by.candidate) throw unauthenticated("Send the token of your link as a bearer token.");
    return { kind: "candidate", ...(await by.candidate({ token: credential })) };
  }
  if (!credential || !by.machine) throw unauthenticated("Send an API key as a bearer token or as a basic user name.");
  const machine = await by.machine({ key: credential });
  return { kind: "machine", ...machine, actor: { id: machine.id, roles: [], delegate: false } };
}

function requireScope(access: Access, caller: Caller): void {
  if (!("scope" in access) || caller.kind !== "machine" || caller.scopes.includes(access.scope)) return;
  throw new Refusal("forbidden", `This key lacks the scope ${access.scope}.`, { data: { scope: access.scope } });
}

const bearerOf = (header = ""): string | undefined => /^bearer +([^ ]+) *$/i.exec(header)?.[1];

function basicUserOf(header = ""): string | undefined {
  const encoded = /^basic +([A-Za-z0-9+/=_-]+) *$/i.exec(header)?.[1];
  return encoded && Buffer.from(encoded, "base64").toString("utf8").split(":")[0];
}

const unauthenticated = (detail: string) => new Refusal("unauthenticated", detail);
