import path from "node:path";
import { CfnOutput, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import type { CfnBucket } from "aws-cdk-lib/aws-s3";
import { BlockPublicAccess, Bucket, BucketEncryption } from "aws-cdk-lib/aws-s3";
import { BucketDeployment, CacheControl, Source } from "aws-cdk-lib/aws-s3-deployment";
import type { Construct } from "constructs";
import { FrontApi } from "../constructs/front-api.ts";
import { signInOrigins } from "../constructs/sign-in.ts";
import { siteHeaders } from "../constructs/site-headers.ts";
import type { CodeSource } from "../constructs/zone-function.ts";
import type { Settings } from "../settings.ts";

export type SiteStackProps = StackProps & { settings: Settings; code: CodeSource };

const SITE_FOLDER = ".build/site";
const HASHED = ["*/assets/*"];

/** The front door: pages and API behind one origin. */
export class SiteStack extends Stack {
  readonly frontApi: FrontApi;
  readonly siteUrl: string;

  constructor(scope: Construct, id: string, { settings, code, ...props }: SiteStackProps) {
    super(scope, id, props);
    this.frontApi = new FrontApi(this, "FrontApi", settings);
    const pages = this.#pages(settings);
    const distribution = this.#distribution(pages, settings);
    this.siteUrl = settings.siteUrl ?? `https://${settings.domain?.name ?? distribution.domainName}`;
    if (code === "bundles") this.#publish(pages, distribution);
    new CfnOutput(this, "SiteUrl", { value: this.siteUrl, description: "Where candidates go, and where the API is" });
    new CfnOutput(this, "DistributionHost", { value: distribution.domainName, description: "For the domain's alias" });
  }

  /** Scripts and styles carry their hash in their name and may be kept for ever; pages are asked for each time. */
  #publish(destinationBucket: Bucket, distribution: Distribution): void {
    const sources = [Source.asset(path.join(import.meta.dirname, "../..", SITE_FOLDER))];
    const assets = new BucketDeployment(this, "Assets", {
      sources,
      destinationBucket,
      exclude: ["*"],
      include: HASHED,
      cacheControl: [CacheControl.fromString("public, max-age=31536000, immutable")],
      // Pages that are open still ask for the scripts of the version they were loaded with.
      prune: false,
    });
    const html = new BucketDeployment(this, "Html", {
      sources,
      destinationBucket,
      exclude: HASHED,
      cacheControl: [CacheControl.fromString("no-cache")],
      prune: false,
      distribution,
    });
    html.node.addDependency(assets);
  }

  #pages(settings: Settings): Bucket {
    const bucket = new Bucket(this, "Pages", {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: settings.retainData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    (bucket.node.defaultChild as CfnBucket).addMetadata("assay:folder", SITE_FOLDER);
    return bucket;
  }

  #distribution(pages: Bucket, settings: Settings): Distribution {
    const api = {
      origin: new HttpOrigin(this.frontApi.host),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    };
    const site = {
      origin: S3BucketOrigin.withOriginAccessControl(pages),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: this.#indexDocument() }],
    };
    const { strict, console } = this.#headers(settings);
    return new Distribution(this, "Distribution", {
      comment: "Assay",
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      ...this.#domain(settings),
      defaultBehavior: { ...site, responseHeadersPolicy: strict },
      additionalBehaviors: {
        // Where no page is, the API says so.
        ...{ "/": api, "/v1": api, "/v1/*": api, "/.well-known/*": api },
        "/console/*": { ...site, responseHeadersPolicy: console },
      },
    });
  }

  /** No page asks any other origin, but for the console, which signs people in. */
  #headers(settings: Settings) {
    const connect = signInOrigins(settings);
    return {
      strict: siteHeaders(this, "SiteHeaders", { comment: "Strict headers for Assay's pages" }),
      console: siteHeaders(this, "ConsoleHeaders", { comment: "Strict headers for Assay's console", connect }),
    };
  }

  #domain({ domain }: Settings) {
    if (!domain) return {};
    return {
      domainNames: [domain.name],
      certificate: Certificate.fromCertificateArn(this, "Certificate", domain.certificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    };
  }

  #indexDocument(): EdgeFunction {
    return new EdgeFunction(this, "IndexDocument", {
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromFile({ filePath: path.join(import.meta.dirname, "../edge/index-document.js") }),
      comment: "The document of a folder is its index.html",
    });
  }
}
