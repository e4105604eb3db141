import { describe, expect, test } from "vitest";
import { parseSettings } from "#infra/settings.ts";

describe("settings", () => {
  test("have a default for everything, so that nothing must be set to deploy", () => {
    expect(parseSettings()).toMatchObject({ retainData: true, logRetentionDays: 90, loopbackWebhooks: false });
  });

  test("let webhooks into private networks alone, and into none by themselves", () => {
    expect(parseSettings()).toMatchObject({ webhookAllowCidrs: [], requestsPerMinute: 6_000 });
    const networks = ["10.20.0.0/16", "192.168.7.0/24", "100.64.0.0/10", "fd12:3456::/32"];
    expect(parseSettings({ webhookAllowCidrs: networks })).toMatchObject({ webhookAllowCidrs: networks });
    for (const network of ["0.0.0.0/0", "127.0.0.0/8", "169.254.0.0/16", "fe80::/10", "::/0", "10.0.0.0"]) {
      expect(() => parseSettings({ webhookAllowCidrs: [network] })).toThrow(/must be a private network/);
    }
  });

  test("name an issuer of one's own by its https address, and roles that there are", () => {
    const signIn = { issuer: "https://login.example.com/tenant/v2.0", clientId: "assay" };
    expect(parseSettings({ signIn }).signIn).toMatchObject({ ...signIn, subjectClaim: "sub", roleClaim: "roles" });
    const wrong = { issuer: "http://login.example.com", clientId: "", roles: { Admins: "boss" } };
    const complaint = () => parseSettings({ signIn: wrong });
    expect(complaint).toThrow(/assay\.signIn\.issuer: must be an https address/);
    expect(complaint).toThrow(/assay\.signIn\.clientId/);
    expect(complaint).toThrow(/assay\.signIn\.roles\.Admins: must be one of admin, recruiter/);
  });

  test("are refused all at once, each with its name and what it must be", () => {
    const wrong = {
      siteUrl: "assay.example.com",
      domain: { name: "assay.example.com", certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/abc" },
      logRetentionDays: 91,
      adviserModel: "newest",
      colour: "red",
    };
    const complaint = () => parseSettings(wrong);
    expect(complaint).toThrow(/assay\.siteUrl: must be an origin/);
    expect(complaint).toThrow(/assay\.domain\.certificateArn: must be an ACM certificate in us-east-1/);
    expect(complaint).toThrow(/assay\.logRetentionDays: must be one of/);
    expect(complaint).toThrow(/assay\.adviserModel: must be a model's id with its version/);
    expect(complaint).toThrow(/has no setting colour/);
  });
});
