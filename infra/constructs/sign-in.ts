import { Aws, Fn } from "aws-cdk-lib";
import type { Settings } from "../settings.ts";

/** Where staff sign in, and how their tokens are read. */
export type SignIn = {
  issuer: string;
  clientId: string;
  scope: string;
  audience: string | null;
  subjectClaim: string;
  roleClaim: string;
  roles: { [value: string]: string } | null;
  jobsClaim: string;
};

/** What people are asked to share with the page that they sign in for. */
export const STANDARD_SCOPE = "openid profile email";

/** The groups of a user pool are its roles, and its jobs. */
export const POOL_CLAIM = "cognito:groups";

/** An account has one deployment, and a prefix is one account's in all of the region. */
export const poolDomainPrefix = (): string => Fn.join("-", ["assay", Aws.ACCOUNT_ID]);

/** The company's own issuer, where the settings name one. */
export function ownSignIn({ signIn }: Settings): SignIn | undefined {
  if (signIn === undefined) return undefined;
  const { issuer, clientId, scope, audience = null, subjectClaim, roleClaim, roles = null, jobsClaim } = signIn;
  const common = { issuer, clientId, scope, audience, subjectClaim, roleClaim, roles };
  return { ...common, jobsClaim: jobsClaim ?? roleClaim };
}

/** The origins that the console asks to sign people in, beside its own. */
export function signInOrigins({ signIn }: Settings): string[] {
  if (signIn) return [new URL(signIn.issuer).origin, ...signIn.origins];
  return [
    Fn.join("", ["https://cognito-idp.", Aws.REGION, ".amazonaws.com"]),
    Fn.join("", ["https://", poolDomainPrefix(), ".auth.", Aws.REGION, ".amazoncognito.com"]),
  ];
}

/** What the staff's zone is told of it. */
export const signInVariables = (signIn: SignIn, { loopbackIssuer }: Settings): { [name: string]: string } => ({
  OIDC_ISSUER: signIn.issuer,
  OIDC_CLIENT_ID: signIn.clientId,
  OIDC_RULES: JSON.stringify({
    scope: signIn.scope,
    audience: signIn.audience,
    subject_claim: signIn.subjectClaim,
    role_claim: signIn.roleClaim,
    role_mapping: signIn.roles,
    jobs_claim: signIn.jobsClaim,
  }),
  LOOPBACK_ISSUER: loopbackIssuer ? "allowed" : "refused",
});
