import { BlockList, isIP, isIPv6 } from "node:net";
import { RetentionDays } from "aws-cdk-lib/aws-logs";
import * as z from "zod/mini";
import { ROLES } from "../shared/contracts/route.ts";
import { STANDARD_SCOPE } from "./constructs/sign-in.ts";

const retentionDays = Object.values(RetentionDays).filter((days): days is number => typeof days === "number");
const origin = z.string().check(z.regex(/^https?:\/\/[^/]+$/, "must be an origin such as https://jobs.example.com"));

const PRIVATE = new BlockList();
for (const [address, bits] of [
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const) {
  PRIVATE.addSubnet(address, bits, "ipv4");
}
PRIVATE.addSubnet("fc00::", 7, "ipv6");

function isPrivateNetwork(text: string): boolean {
  const [, address = "", bits] = /^([\da-f.:]+)\/(\d{1,3})$/i.exec(text) ?? [];
  const [family, longest, shortest] = isIPv6(address) ? (["ipv6", 128, 7] as const) : (["ipv4", 32, 8] as const);
  const fits = Number(bits) >= shortest && Number(bits) <= longest;
  return isIP(address) !== 0 && fits && PRIVATE.check(address, family);
}

const network = z.string().check(z.refine(isPrivateNetwork, "must be a private network such as 10.20.0.0/16"));

const named = z.string().check(z.minLength(1));

/** The company's own issuer of access tokens. */
const signIn = z.strictObject({
  /** As its discovery document writes it. */
  issuer: z.string().check(z.regex(/^https:\/\/[^/\s]+(?:\/[^\s]*)?$/, "must be an https address")),
  /** Of the public client that the console signs people in by. */
  clientId: named,
  /** Whom access tokens are meant for; left out: they must name the client. */
  audience: z.optional(named),
  scope: z._default(named, STANDARD_SCOPE),
  /** Where a token holds the opaque id of a person. */
  subjectClaim: z._default(named, "sub"),
  roleClaim: z._default(named, "roles"),
  /** The role that each value of the role claim stands for; left out: the values are the roles' names. */
  roles: z.optional(z.record(z.string(), z.enum(ROLES, `must be one of ${ROLES.join(", ")}`))),
  /** Where a token holds the jobs that a person is limited to; left out: in the role claim, as `job:<reference>`. */
  jobsClaim: z.optional(named),
  /** Further origins that the console must reach, where not all of the issuer's addresses share one. */
  origins: z._default(z.array(origin), []),
});

const domain = z.strictObject({
  name: z.string().check(z.regex(/^[a-z0-9.-]+\.[a-z]{2,}$/, "must be a host name")),
  /** CloudFront takes certificates of this region only. */
  certificateArn: z
    .string()
    .check(z.regex(/^arn:aws[a-z-]*:acm:us-east-1:\d{12}:certificate\/.+$/, "must be an ACM certificate in us-east-1")),
});

const schema = z.strictObject({
  /** Where the candidate's page is served; left out: the domain's, or CloudFront's own name. */
  siteUrl: z.optional(origin),
  domain: z.optional(domain),
  /** Other origins whose pages may call the API; the candidate's page shares the API's origin and needs none. */
  allowedOrigins: z._default(z.array(origin), []),
  /** Who hears of alarms. */
  alarmEmail: z.optional(z.email()),
  logRetentionDays: z._default(
    z.number().check(z.refine((days) => retentionDays.includes(days), `must be one of ${retentionDays.join(", ")}`)),
    90,
  ),
  /** Tables, key and page survive the deletion of their stack. */
  retainData: z._default(z.boolean(), true),
  /**
   * How many sandboxes of each engine may run at once; 0: no reservation, for accounts whose whole
   * concurrency is small.
   */
  sandboxConcurrency: z._default(z.int().check(z.minimum(0), z.maximum(900)), 50),
  throttle: z._default(
    z.strictObject({ requestsPerSecond: z.int().check(z.minimum(1)), burst: z.int().check(z.minimum(1)) }),
    { requestsPerSecond: 2_000, burst: 4_000 },
  ),
  /**
   * The model of Bedrock, in this region, that advises those who review written answers; left out: none. Answers are
   * then sent to it.
   */
  adviserModel: z.optional(
    z.string().check(z.regex(/^[a-z0-9-]+\.[a-z0-9.-]+-v\d+(?::\d+)?$/, "must be a model's id with its version")),
  ),
  /**
   * From whom mail comes, by SES; left out: no mail goes out. `identity` is what SES has verified, the address's domain
   * where left out.
   */
  mail: z.optional(
    z.strictObject({
      from: z.email(),
      identity: z.optional(z.string().check(z.regex(/^[\w.@+-]+$/, "must be a verified domain or address"))),
    }),
  ),
  /** Of one API key; more are answered with 429. Counted in each running function by itself. */
  requestsPerMinute: z._default(z.int().check(z.minimum(60)), 6_000),
  /** Private networks (CIDR) that webhooks may reach, for companies whose receivers stand inside. */
  webhookAllowCidrs: z._default(z.array(network), []),
  /** Where staff sign in; left out: at a user pool of Cognito that is made for it. */
  signIn: z.optional(signIn),
  /** An issuer on this very machine, without TLS; for the local runtime only. */
  loopbackIssuer: z._default(z.boolean(), false),
  /** Webhooks to this very machine; for the local runtime only. */
  loopbackWebhooks: z._default(z.boolean(), false),
});

export type Settings = z.infer<typeof schema>;

/**
 * The deployment's settings, as they stand under `assay` in the context of `cdk.json`.
 *
 * @throws Error that names every setting that is wrong, and what it must be.
 */
export function parseSettings(given: unknown = {}): Settings {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  assay.${issue.path.join(".")}: ${describe(issue)}`);
  throw new Error(`The settings can't be used (context "assay" in cdk.json):\n${lines.join("\n")}`);
}

function describe(issue: z.core.$ZodIssue): string {
  return issue.code === "unrecognized_keys" ? `has no setting ${issue.keys.join(", ")}` : issue.message;
}
