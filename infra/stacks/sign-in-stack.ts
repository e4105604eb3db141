import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  UserPool,
  UserPoolClient,
  UserPoolClientIdentityProvider,
  UserPoolDomain,
  UserPoolGroup,
} from "aws-cdk-lib/aws-cognito";
import type { Construct } from "constructs";
import { ROLES, type Role } from "../../shared/contracts/route.ts";
import { POOL_CLAIM, poolDomainPrefix, type SignIn, STANDARD_SCOPE } from "../constructs/sign-in.ts";
import type { Settings } from "../settings.ts";
import type { SiteStack } from "./site-stack.ts";

export type SignInStackProps = StackProps & { settings: Settings; site: SiteStack };

/** What a group's members may do, for whoever puts people into it. */
const PURPOSES: { [R in Role]: string } = {
  admin: "May do everything, keys and settings included",
  recruiter: "Invites, reads results, handles red flags, decides",
  interviewer: "Reads interview kits, fills in own scorecards, raises red flags",
  reviewer: "Grades what needs a person, blind",
  author: "Writes and publishes playbooks",
  auditor: "Reads everything, changes nothing",
};

/** Who the company's people are, where it has no issuer of its own: a user pool with a group for each role. */
export class SignInStack extends Stack {
  readonly signIn: SignIn;

  constructor(scope: Construct, id: string, { settings, site, ...props }: SignInStackProps) {
    super(scope, id, props);
    const pool = this.#pool(settings);
    const client = this.#client(pool, `${site.siteUrl}/console/`);
    this.#signInPages(pool, client);
    for (const role of ROLES) {
      new UserPoolGroup(this, `Group-${role}`, { userPool: pool, groupName: role, description: PURPOSES[role] });
    }
    this.signIn = {
      issuer: pool.userPoolProviderUrl,
      clientId: client.userPoolClientId,
      scope: STANDARD_SCOPE,
      audience: null,
      subjectClaim: "sub",
      roleClaim: POOL_CLAIM,
      roles: null,
      jobsClaim: POOL_CLAIM,
    };
    new CfnOutput(this, "UserPool", { value: pool.userPoolId, description: "Where people and their roles are kept" });
  }

  /** Nobody signs up: whoever runs Assay invites. */
  #pool(settings: Settings): UserPool {
    return new UserPool(this, "Staff", {
      featurePlan: FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      standardAttributes: {
        email: { required: true, mutable: true },
        fullname: { required: false, mutable: true },
      },
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 14,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      deletionProtection: settings.retainData,
      removalPolicy: settings.retainData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }

  /** A page keeps no secret: it proves by PKCE that it is the one that asked. */
  #client(userPool: UserPool, consoleUrl: string): UserPoolClient {
    return new UserPoolClient(this, "Console", {
      userPool,
      generateSecret: false,
      // Left empty, every way of signing in would be open; none but renewing what the pages gave is needed.
      authFlows: { user: false },
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE, OAuthScope.EMAIL],
        callbackUrls: [consoleUrl],
        logoutUrls: [consoleUrl],
      },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12),
    });
  }

  #signInPages(userPool: UserPool, client: UserPoolClient): void {
    const domain = new UserPoolDomain(this, "Domain", {
      userPool,
      cognitoDomain: { domainPrefix: poolDomainPrefix() },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    const branding = new CfnManagedLoginBranding(this, "Branding", {
      userPoolId: userPool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
    branding.node.addDependency(domain);
  }
}
