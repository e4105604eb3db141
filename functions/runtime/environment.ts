import * as z from "zod/mini";

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
