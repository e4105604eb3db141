import type { Access } from "#shared/contracts/route.ts";
import { Refusal } from "#shared/domain/foundation/refusal.ts";
import type { Actor } from "#shared/domain/session/actors.ts";
import type { Caller, Link } from "../exchange.ts";

type Staff = Extract<Caller, { kind: "staff" }>;

export type Authenticators = {
  /** @throws Refusal `unauthenticated` */
  candidate?: (input: { token: string }) => Promise<{ session: string; link: string }>;
  /** @throws Refusal `unauthenticated` */
  machine?: (input: { key: string }) => Promise<{ id: string; label: string; scopes: readonly string[] }>;
  /** Who acts where a machine names a person; the machine itself where left out. @throws Refusal `forbidden` */
  actor?: (machine: { id: string; scopes: readonly string[] }, named: string | undefined) => Actor;
  staff?: {
    /** @throws Refusal `unauthenticated`, `forbidden` for whoever has no role or names another, `unavailable` */
    identify: (token: string, named: string | undefined) => Promise<Staff>;
    /** @throws Refusal `forbidden` */
    requireRole: (caller: Staff, roles: readonly string[]) => void;
  };
};

/** Knows who calls, as far as the route asks for it, and whether they may. */
export function authenticate(authenticators: Authenticators): Link {
  return {
    before: async ({ event }) => {
      const { access } = event.exchange.route!;
      if ("open" in access) return;
      const credential = credentialOf(access, event.headers["authorization"]);
      const named = event.headers["assay-actor"];
      const caller = await identify({ access, credential, named }, authenticators);
      if ("scope" in access) requireAllowed(access, caller, authenticators);
      if (caller.kind === "machine" && authenticators.actor) caller.actor = authenticators.actor(caller, named);
      Object.assign(event.exchange, { caller, credential });
    },
  };
}

/** A candidate's token comes as a bearer token; a key also as a basic user name. */
function credentialOf(access: Access, header: string | undefined): string | undefined {
  return bearerOf(header) ?? ("candidate" in access ? undefined : basicUserOf(header));
}

/** `named`: the person that the request says it is made for. */
type Presented = { access: Access; credential: string | undefined; named: string | undefined };

async function identify({ access, credential, named }: Presented, by: Authenticators): Promise<Caller> {
  if ("candidate" in access) {
    if (!credential || !by.candidate) throw unauthenticated("Send the token of your link as a bearer token.");
    return { kind: "candidate", ...(await by.candidate({ token: credential })) };
  }
  if (credential && by.staff && isWebToken(credential)) return by.staff.identify(credential, named);
  if (!credential || !by.machine) throw unauthenticated(`Send ${by.staff ? "an access token or " : ""}${KEY}`);
  const machine = await by.machine({ key: credential });
  return { kind: "machine", ...machine, actor: { id: machine.id, roles: [], delegate: false } };
}

const KEY = "an API key as a bearer token, the key also as a basic user name.";

/** Three parts, where a key has none and a candidate's token two. */
const isWebToken = (credential: string): boolean => credential.split(".").length === 3;

type Scoped = Extract<Access, { scope: unknown }>;

function requireAllowed({ scope, roles }: Scoped, caller: Caller, { staff }: Authenticators): void {
  if (caller.kind === "staff") staff!.requireRole(caller, roles);
  if (caller.kind !== "machine" || caller.scopes.includes(scope)) return;
  throw new Refusal("forbidden", `This key lacks the scope ${scope}.`, { data: { scope } });
}

const bearerOf = (header = ""): string | undefined => /^bearer +([^ ]+) *$/i.exec(header)?.[1];

function basicUserOf(header = ""): string | undefined {
  const encoded = /^basic +([A-Za-z0-9+/=_-]+) *$/i.exec(header)?.[1];
  return encoded && Buffer.from(encoded, "base64").toString("utf8").split(":")[0];
}

const unauthenticated = (detail: string) => new Refusal("unauthenticated", detail);
