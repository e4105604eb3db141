import { memoryStaff } from "#shared/adapters/memory/staff.ts";
import { Refusal } from "#shared/domain/foundation/refusal.ts";
import type { Claims, SignIn } from "#shared/domain/staff/person.ts";
import type { StaffTokens } from "#shared/ports/staff.ts";

export const SIGN_IN: SignIn = {
  issuer: "https://issuer.example",
  client_id: "console",
  scope: "openid profile",
  audience: null,
  rules: { subject_claim: "sub", role_claim: "cognito:groups", role_mapping: null, jobs_claim: "cognito:groups" },
};

/** A token that says its claims openly; only {@link plainTokens} believes it. */
export const plainToken = (claims: Claims): string =>
  `plain.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.token`;

const plainTokens: StaffTokens = {
  async verify(token) {
    const [kind, claims] = token.split(".");
    if (kind !== "plain") throw new Refusal("unauthenticated", "This access token isn't valid here.");
    return JSON.parse(Buffer.from(claims!, "base64url").toString("utf8"));
  },
  profile: async () => ({}),
};

/** What people sign in with, in memory. */
export const signInPorts = () => ({ staff: memoryStaff(), staffTokens: plainTokens, signIn: SIGN_IN });
