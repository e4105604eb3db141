import { describe, expect, test } from "vitest";
import { ROLES } from "#shared/contracts/route.ts";
import { resourcesOf, templates } from "./template.ts";

const staffVariables = (settings: Record<string, unknown> = {}) => {
  const handlers = resourcesOf(templates(settings).service, "AWS::Lambda::Function");
  const [, staff] = handlers.find(([, { Metadata }]) => Metadata["assay:entry"] === "functions/staff/main.ts")!;
  return staff["Properties"].Environment.Variables;
};

describe("a deployment without an issuer of its own", () => {
  const pool = templates().pool!;

  test("has a user pool that nobody signs up to, with a group for each role", () => {
    const [[, staff]] = resourcesOf(pool, "AWS::Cognito::UserPool") as [[string, { Properties: never }]];
    expect(staff).toMatchObject({
      DeletionPolicy: "Retain",
      Properties: {
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
        DeletionProtection: "ACTIVE",
        EnabledMfas: ["SOFTWARE_TOKEN_MFA"],
      },
    });
    const groups = resourcesOf(pool, "AWS::Cognito::UserPoolGroup").map(([, { Properties }]) => Properties.GroupName);
    expect(groups.sort()).toEqual([...ROLES].sort());
  });

  test("signs the console in by code alone, without a secret, and brings people back to it", () => {
    const [[, client]] = resourcesOf(pool, "AWS::Cognito::UserPoolClient") as [[string, { Properties: never }]];
    expect(client.Properties).toMatchObject({
      AllowedOAuthFlows: ["code"],
      AllowedOAuthScopes: ["openid", "profile", "email"],
      ExplicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
      GenerateSecret: false,
      PreventUserExistenceErrors: "ENABLED",
    });
    expect(JSON.stringify(client.Properties["CallbackURLs"])).toMatch(/\/console\//);
  });

  test("reads roles by group, and takes no issuer without TLS", () => {
    const { OIDC_RULES, LOOPBACK_ISSUER } = staffVariables();
    expect(JSON.parse(OIDC_RULES)).toMatchObject({ role_claim: "cognito:groups", audience: null, role_mapping: null });
    expect(LOOPBACK_ISSUER).toBe("refused");
  });
});

describe("a deployment with an issuer of its own", () => {
  const signIn = {
    issuer: "https://login.example.com/t1",
    clientId: "assay-console",
    audience: "api://assay",
    roleClaim: "groups",
    roles: { "Hiring team": "recruiter" },
    jobsClaim: "jobs",
  };

  test("has no user pool", () => expect(templates({ signIn }).pool).toBeUndefined());

  test("tells the staff's zone how its tokens are read", () => {
    const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_RULES } = staffVariables({ signIn });
    expect([OIDC_ISSUER, OIDC_CLIENT_ID]).toEqual([signIn.issuer, signIn.clientId]);
    expect(JSON.parse(OIDC_RULES)).toEqual({
      scope: "openid profile email",
      audience: "api://assay",
      subject_claim: "sub",
      role_claim: "groups",
      role_mapping: { "Hiring team": "recruiter" },
      jobs_claim: "jobs",
    });
  });
});
