import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { contentSecurityPolicy } from "#web/content-security-policy.ts";
import { resourcesOf, templates } from "./template.ts";

const { data, site } = templates();

describe("what must never be lost", () => {
  test("both tables can be restored to any second, can't be deleted by accident and outlive their stack", () => {
    const tables = resourcesOf(data, "AWS::DynamoDB::Table");
    expect(tables).toHaveLength(2);
    for (const [, table] of tables) {
      expect(table).toMatchObject({
        DeletionPolicy: "Retain",
        Properties: {
          BillingMode: "PAY_PER_REQUEST",
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        },
      });
    }
  });

  test("journals are keyed by stream and number, and nothing in them ends by itself", () => {
    const [, journal] = resourcesOf(data, "AWS::DynamoDB::Table").find(([id]) => id.startsWith("Journal"))!;
    expect(journal["Properties"].KeySchema).toEqual([
      { AttributeName: "stream", KeyType: "HASH" },
      { AttributeName: "seq", KeyType: "RANGE" },
    ]);
    expect(journal["Properties"].TimeToLiveSpecification).toBeUndefined();
  });

  test("state has an index of what is due, and one for each order of lists", () => {
    data.hasResourceProperties("AWS::DynamoDB::Table", {
      TimeToLiveSpecification: { AttributeName: "ttl", Enabled: true },
      GlobalSecondaryIndexes: ["due", "list", "list-by-update", "list-by-name", "list-by-score"].map((IndexName) =>
        Match.objectLike({ IndexName }),
      ),
    });
  });

  test("journals are signed by a P-256 key that signs and nothing else", () => {
    data.hasResourceProperties("AWS::KMS::Key", { KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" });
  });

  test("a trial deployment may be thrown away", () => {
    const trial = templates({ retainData: false }).data;
    for (const [, table] of resourcesOf(trial, "AWS::DynamoDB::Table")) {
      expect(table).toMatchObject({ DeletionPolicy: "Delete", Properties: { DeletionProtectionEnabled: false } });
    }
  });
});

describe("the front door", () => {
  test("pages come with the strict policy that the page was built for", () => {
    site.hasResourceProperties("AWS::CloudFront::ResponseHeadersPolicy", {
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: Match.objectLike({
          ContentSecurityPolicy: { ContentSecurityPolicy: contentSecurityPolicy({ header: true }), Override: true },
        }),
      },
    });
    expect(contentSecurityPolicy({ header: true })).not.toMatch(/unsafe|https?:|\*/);
  });

  test("the console may ask where staff sign in, and no other page may", () => {
    const policies = (settings: Record<string, unknown>) =>
      resourcesOf(templates(settings).site, "AWS::CloudFront::ResponseHeadersPolicy").map(([, { Properties }]) =>
        JSON.stringify(Properties.ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentSecurityPolicy),
      );
    const asking = (settings: Record<string, unknown>) =>
      policies(settings).filter((policy) => policy.includes("https:"));
    expect(asking({})).toHaveLength(1);
    expect(asking({})[0]).toMatch(
      /https:\/\/cognito-idp\..*\.amazonaws\.com.*https:\/\/.*\.auth\..*\.amazoncognito\.com/,
    );
    const signIn = {
      issuer: "https://login.example.com/t1/v2",
      clientId: "a",
      origins: ["https://tokens.example.com"],
    };
    expect(asking({ signIn })[0]).toContain("connect-src 'self' https://login.example.com https://tokens.example.com;");
  });

  test("pages and API share an origin, and no answer of the API is cached", () => {
    const [[, distribution]] = resourcesOf(site, "AWS::CloudFront::Distribution") as [[string, { Properties: never }]];
    const { CacheBehaviors } = distribution.Properties["DistributionConfig"] as { CacheBehaviors: unknown };
    expect(CacheBehaviors).toMatchObject([
      { PathPattern: "/", CachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad" },
      { PathPattern: "/v1", CachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad" },
      { PathPattern: "/v1/*", CachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad" },
      { PathPattern: "/.well-known/*", CachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad" },
      { PathPattern: "/console/*", CachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6" },
    ]);
  });

  test("the bucket is read by CloudFront alone", () => {
    site.hasResourceProperties("AWS::S3::Bucket", {
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
    });
    site.resourceCountIs("AWS::CloudFront::OriginAccessControl", 1);
  });

  test("the gateway's log keeps no address, agent or query", () => {
    const [[, stage]] = resourcesOf(site, "AWS::ApiGatewayV2::Stage") as [[string, { Properties: never }]];
    const { Format } = stage.Properties["AccessLogSettings"] as { Format: string };
    expect(Object.values(JSON.parse(Format))).toEqual([
      "$context.requestId",
      "$context.routeKey",
      "$context.status",
      "$context.responseLatency",
      "$context.integrationErrorMessage",
    ]);
  });

  test("other origins may call the API only where the settings name them", () => {
    const cors = (settings: Record<string, unknown>) =>
      resourcesOf(templates(settings).site, "AWS::ApiGatewayV2::Api")[0]![1]["Properties"].CorsConfiguration;
    expect(cors({})).toBeUndefined();
    expect(cors({ allowedOrigins: ["https://jobs.example.com"] })).toMatchObject({
      AllowOrigins: ["https://jobs.example.com"],
    });
  });

  test("a domain of one's own comes with its certificate and TLS 1.2", () => {
    const domain = {
      name: "assay.example.com",
      certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/abc",
    };
    templates({ domain }).site.hasResourceProperties("AWS::CloudFront::Distribution", {
      DistributionConfig: Match.objectLike({
        Aliases: ["assay.example.com"],
        ViewerCertificate: Match.objectLike({ MinimumProtocolVersion: "TLSv1.2_2021" }),
      }),
    });
  });
});
