import * as z from "zod/mini";
import { PATH } from "../../domain/ats/generic/mapping.ts";
import { LANGUAGES } from "../../domain/company/settings.ts";
import { emailAddress } from "./common.ts";

const text = z.string().check(z.minLength(1), z.maxLength(200));

const optional = <T extends z.ZodMiniType>(schema: T) => z.optional(schema);
const nullable = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));
const days = (most: number) => z.int().check(z.minimum(1), z.maximum(most));
const path = z.string().check(z.maxLength(300), z.regex(PATH, "must be a path such as $.candidate.email"));
const playbook = z.string().check(z.regex(/^[a-z][a-z0-9_-]{0,63}$/, "must be a playbook's id"));
const host = z.string().check(z.regex(/^[a-z0-9.-]{1,253}$/, "must be a host such as greenhouse.io"));
const origin = z.url({ protocol: /^https?$/ }).check(z.regex(/^https?:\/\/[^/]+$/, "must be an origin"));
/** What goes into a header. */
const secret = z.string().check(z.regex(/^[\x21-\x7e]{1,500}$/, "must have 1 to 500 visible ASCII characters"));
const zone = z.string().check(z.refine(isTimeZone, "must be a time zone such as Europe/Berlin"));

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}

/** Members left out stay as they are. */
export const mailSettingsBody = z.strictObject({
  enabled: optional(z.boolean()),
  company: optional(text),
  language: optional(z.enum(LANGUAGES)),
  time_zone: optional(zone),
  reply_to: nullable(emailAddress),
  reminder_hours: nullable(z.int().check(z.minimum(1), z.maximum(720))),
  staff: optional(z.array(emailAddress).check(z.maxLength(20))),
});

export const reportSettingsBody = z.strictObject({
  days: optional(days(366)),
  candidate: optional(z.boolean()),
  recommendation: optional(z.boolean()),
  items: optional(z.boolean()),
});

export const retentionSettingsBody = z.strictObject({ days: z.nullable(days(3650)) });

const notice = z.strictObject({
  version: z.string().check(z.regex(/^[\w.-]{1,40}$/, "must be a short name such as 2026-03")),
  /** Markdown. */
  text: z.string().check(z.minLength(1), z.maxLength(20_000)),
});
export const noticesBody = z.strictObject({ privacy: optional(notice), scoring: optional(notice) });

const mapping = z.strictObject({
  key: path,
  stage: path,
  name: path,
  email: path,
  external_id: z._default(z.nullable(path), null),
  playbooks: z.record(text, playbook),
  metadata: z._default(
    z.record(z.string().check(z.regex(/^[a-z][a-z0-9_]{0,63}$/, "must be a name such as job_id")), path),
    {},
  ),
});

export const atsSettingsBody = z.strictObject({
  credential: nullable(secret),
  base_url: nullable(origin),
  codename: nullable(text),
  hosts: optional(z.array(host).check(z.maxLength(20))),
  invites: optional(z.enum(["assay", "ats"])),
  expires_days: optional(days(366)),
  pass_mark: nullable(z.string().check(z.regex(/^\d{1,3}(?:\.\d{1,2})?$/, "must be a decimal from 0 to 100"))),
  mapping: nullable(mapping),
});

const connection = z.object({
  has_credential: z.boolean(),
  base_url: z.nullable(z.string()),
  codename: z.nullable(z.string()),
  hosts: z.array(z.string()),
  invites: z.enum(["assay", "ats"]),
  expires_days: z.int(),
  pass_mark: z.nullable(z.string()),
  mapping: z.nullable(
    z.object({
      key: z.string(),
      stage: z.string(),
      name: z.string(),
      email: z.string(),
      external_id: z.nullable(z.string()),
      playbooks: z.record(z.string(), z.string()),
      metadata: z.record(z.string(), z.string()),
    }),
  ),
});

export const settings = z.object({
  mail: z.object({
    enabled: z.boolean(),
    company: z.string(),
    language: z.enum(LANGUAGES),
    time_zone: z.string(),
    reply_to: z.nullable(z.string()),
    reminder_hours: z.nullable(z.int()),
    staff: z.array(z.string()),
  }),
  report: z.object({ days: z.int(), candidate: z.boolean(), recommendation: z.boolean(), items: z.boolean() }),
  retention: z.object({ days: z.nullable(z.int()) }),
  notices: z.object({
    privacy: z.object({ version: z.string(), text: z.string() }),
    scoring: z.object({ version: z.string(), text: z.string() }),
  }),
  ats: z.object({
    greenhouse: connection,
    ashby: connection,
    workable: connection,
    recruitee: connection,
    generic: connection,
  }),
});
