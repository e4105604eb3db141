import * as z from "zod/mini";
import { ROLES } from "#shared/domain/staff/person.ts";

const named = z.string().check(z.minLength(1));

const tables = { JOURNAL_TABLE: named, STATE_TABLE: named };
const session = () => ({
  ...tables,
  SIGNING_KEY: named,
  SITE_URL: z.url(),
  JAVASCRIPT_SANDBOX: named,
  SQL_SANDBOX: named,
});
const receivers = () => ({
  /** The gateway's own name: events must not be sent to ourselves. */
  API_HOST: named,
  LOOPBACK_WEBHOOKS: z.enum(["allowed", "refused"]),
  /** Private networks that webhooks may reach, separated by commas; mostly none. */
  WEBHOOK_ALLOW_CIDRS: z.pipe(
    z.string(),
    z.transform((text: string) => text.split(",").filter((network) => network !== "")),
  ),
});
const wholeNumber = () => z.coerce.number().check(z.int(), z.minimum(1));

const rules = () =>
  z.object({
    scope: named,
    audience: z.nullable(named),
    subject_claim: named,
    role_claim: named,
    role_mapping: z.nullable(z.record(z.string(), z.enum(ROLES))),
    jobs_claim: named,
  });

const signIn = () => ({
  OIDC_ISSUER: z.url(),
  OIDC_CLIENT_ID: named,
  /** What is asked for, and how tokens are read, as JSON. */
  OIDC_RULES: z.pipe(
    z.string(),
    z.pipe(
      z.transform((text: string): unknown => JSON.parse(text)),
      rules(),
    ),
  ),
  /** Whether the issuer may stand on this very machine, without TLS. */
  LOOPBACK_ISSUER: z.enum(["allowed", "refused"]),
});

/** How mail goes out: `none`, `folder:<path>`, or `ses:<configuration set>:<from>`. */
const mail = () => z.string().check(z.regex(/^(?:none|folder:.+|ses:[\w-]+:.+@.+)$/));

/** What each zone is told by its environment; a function builds no other zone's shape. */
export const environments = {
  candidate: () => z.object({ ...session(), WORKFLOW_FUNCTION: named }),
  ats: () => z.object({ ...tables, SITE_URL: z.url(), WORKFLOW_FUNCTION: named, REQUESTS_PER_MINUTE: wholeNumber() }),
  staff: () =>
    z.object({
      ...session(),
      ...receivers(),
      ...signIn(),
      WORKFLOW_FUNCTION: named,
      DELIVERY_FUNCTION: named,
      WEBHOOK_DELIVERY_MACHINE: named,
      REQUESTS_PER_MINUTE: wholeNumber(),
    }),
  workflow: () =>
    z.object({
      ...session(),
      ASSESSMENT_MACHINE: named,
      DELIVERY_FUNCTION: named,
      ADVISER_MODEL: z.optional(named),
    }),
  delivery: () =>
    z.object({
      ...tables,
      ...receivers(),
      SITE_URL: z.url(),
      WEBHOOK_DELIVERY_MACHINE: named,
      /** Read by Node itself: how many names may be looked up at once. */
      UV_THREADPOOL_SIZE: wholeNumber(),
      MAIL: mail(),
    }),
};

export type Environment<Zone extends keyof typeof environments> = z.infer<ReturnType<(typeof environments)[Zone]>>;

/** What all zones that touch sessions are told. */
export type SessionEnvironment = { [Name in keyof ReturnType<typeof session>]: string };

/** @throws Error that names every variable that is missing or wrong; their values are not told */
export function readEnvironment<Zone extends keyof typeof environments>(
  zone: Zone,
  variables: { [name: string]: string | undefined } = process.env,
): Environment<Zone> {
  const parsed = environments[zone]().safeParse(variables);
  if (parsed.success) return parsed.data as Environment<Zone>;
  const names = parsed.error.issues.map((issue) => issue.path.join("."));
  throw new Error(`The ${zone} zone's environment is missing or wrong: ${names.join(", ")}`);
}
