import {
  createRemoteJWKSet,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyResult,
  jwtVerify,
  type ResolvedKey,
} from "jose";
import { Refusal } from "../../domain/foundation/refusal.ts";
import type { Claims } from "../../domain/staff/person.ts";

/** Whose tokens for whom; `audience` null: tokens name the client that they were given to instead. */
export type Expected = { issuer: string; client_id: string; audience: string | null };

/** Milliseconds: how long keys are taken as known, how often an unknown one may be asked for, how long that may take. */
export const KEY_TIMES = { kept: 600_000, between: 30_000, patience: 5_000 };

/** Asymmetric ones only: who could verify by a shared secret could also sign by it. */
const ALGORITHMS = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
  "Ed25519",
];
const TOLERANCE_SECONDS = 5;
const ACCESS_TOKEN_TYPES = ["at+jwt", "application/at+jwt"];

/**
 * Verifies access tokens by an issuer's published keys, which are asked for when they are needed and kept a while. It
 * refuses with `unauthenticated`; any other error means that the keys can't be had.
 */
export function tokenVerifier(keysUrl: URL, expected: Expected, times = KEY_TIMES): (token: string) => Promise<Claims> {
  const keys = keysAt(keysUrl, times);
  const { issuer, audience } = expected;
  const rules = { issuer, algorithms: ALGORITHMS, clockTolerance: TOLERANCE_SECONDS, requiredClaims: ["exp"] };
  return async (token) => {
    try {
      const verified = await jwtVerify(token, keys, { ...rules, ...(audience !== null && { audience }) });
      requireAccessToken(verified, expected);
      return verified.payload;
    } catch (error) {
      throw refusalOf(error);
    }
  };
}

function keysAt(url: URL, { kept, between, patience }: typeof KEY_TIMES): JWTVerifyGetKey {
  const remote = createRemoteJWKSet(url, {
    cacheMaxAge: kept,
    cooldownDuration: between,
    timeoutDuration: patience,
  });
  return async (...asked) => {
    try {
      return await remote(...asked);
    } catch (error) {
      if (isTokensFault(error)) throw error;
      throw new Error(`the keys at ${url} can't be had`, { cause: error });
    }
  };
}

/** What a token can bring about by the key that it asks for. */
const isTokensFault = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys ||
  error instanceof errors.JOSENotSupported;

/**
 * An ID token says who somebody is, to the page that asked; it is not meant for us. Issuers tell the two apart in
 * different ways: by a type, by `token_use`, or by what only an access token has.
 */
function requireAccessToken(verified: JWTVerifyResult & ResolvedKey, { client_id, audience }: Expected): void {
  const { payload, protectedHeader } = verified;
  const type = protectedHeader.typ?.toLowerCase() ?? "jwt";
  const isOther = type !== "jwt" && !ACCESS_TOKEN_TYPES.includes(type);
  if (isOther || !isForAccess(payload, type)) throw invalid("It is no access token.");
  if (audience === null && payload["client_id"] !== client_id) throw invalid("It was given to another application.");
}

function isForAccess(payload: JWTPayload, type: string): boolean {
  if (payload["typ"] === "ID" || payload["at_hash"] !== undefined) return false;
  if (payload["token_use"] !== undefined) return payload["token_use"] === "access";
  return ACCESS_TOKEN_TYPES.includes(type) || ["scope", "scp", "client_id", "cid"].some((claim) => claim in payload);
}

function refusalOf(error: unknown): unknown {
  if (error instanceof errors.JWTExpired) return new Refusal("unauthenticated", "The token is over: sign in again.");
  if (error instanceof errors.JWTClaimValidationFailed) return invalid(`Its "${error.claim}" is not what it must be.`);
  if (error instanceof errors.JOSEError) return invalid("Its signature or its form is wrong.");
  return error;
}

const invalid = (why: string) =>
  new Refusal("unauthenticated", `This access token isn't valid here. ${why} Sign in by what GET /v1/sign-in names.`);
