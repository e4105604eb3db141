import * as z from "zod/mini";
import { Refusal } from "../../domain/foundation/refusal.ts";
import type { Claims } from "../../domain/staff/person.ts";
import type { StaffTokens } from "../../ports/staff.ts";
import type { Expected, KEY_TIMES } from "./verify-token.ts";

export type IssuerSettings = Expected & {
  /** Whether an issuer may stand on this very machine, without TLS. */
  loopback: boolean;
  times?: typeof KEY_TIMES;
  /** Told of what the issuer would not say. */
  onSilence: (error: unknown) => void;
};

type Issuer = { verify: (token: string) => Promise<Claims>; userinfo: URL | undefined };

const PATIENCE = 5_000;
const LOOPBACK = ["127.0.0.1", "[::1]", "localhost"];

const discoveryDocument = z.looseObject({
  issuer: z.string(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.optional(z.url()),
});
const profileDocument = z.record(z.string(), z.unknown());

/** Access tokens of one issuer, found by its discovery document. Nothing is loaded or asked before the first token. */
export function oidcStaffTokens(settings: IssuerSettings): StaffTokens {
  let found: Promise<Issuer> | undefined;
  const issuer = async (): Promise<Issuer> => {
    found ??= discover(settings);
    return found;
  };
  return {
    async verify(token) {
      try {
        return await (await issuer()).verify(token);
      } catch (error) {
        if (error instanceof Refusal) throw error;
        found = undefined;
        settings.onSilence(error);
        throw new Refusal("unavailable", "The sign-in doesn't answer at the moment; try again in a while.");
      }
    },
    async profile(token) {
      try {
        const { userinfo } = await issuer();
        return userinfo ? await read(userinfo, profileDocument, { authorization: `Bearer ${token}` }) : {};
      } catch (error) {
        settings.onSilence(error);
        return {};
      }
    },
  };
}

async function discover(settings: IssuerSettings): Promise<Issuer> {
  const address = `${settings.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const document = await read(reachable(address, settings), discoveryDocument);
  if (document.issuer !== settings.issuer) throw new Error(`${settings.issuer} calls itself ${document.issuer}`);
  const { tokenVerifier } = await import("./verify-token.ts");
  return {
    verify: tokenVerifier(reachable(document.jwks_uri, settings), settings, settings.times),
    userinfo: document.userinfo_endpoint ? reachable(document.userinfo_endpoint, settings) : undefined,
  };
}

/** @throws Error for an address without TLS, other than on this machine where that is allowed */
function reachable(address: string, { loopback }: IssuerSettings): URL {
  const url = new URL(address);
  if (url.protocol === "https:") return url;
  if (url.protocol === "http:" && loopback && LOOPBACK.includes(url.hostname)) return url;
  throw new Error(`${url.origin} must be https`);
}

async function read<T>(url: URL, shape: z.ZodMiniType<T>, headers: { [name: string]: string } = {}): Promise<T> {
  const signal = AbortSignal.timeout(PATIENCE);
  const response = await fetch(url, { headers: { accept: "application/json", ...headers }, redirect: "error", signal });
  if (!response.ok) throw new Error(`${url.origin} answers with ${response.status}`);
  return shape.parse(await response.json());
}
