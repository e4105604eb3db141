import * as z from "zod/mini";
import { SESSION_SORTS } from "../../domain/session/lists.ts";
import { OUTCOMES } from "../../domain/session/people-facts.ts";
import { anyTime, emailAddress, jsonObject, longText, optional, pageOf, paging, shortText, time } from "./common.ts";
import { accommodation, accommodationRequest, sessionStatus } from "./standing.ts";

const candidate = z.strictObject({
  name: shortText,
  email: emailAddress,
  external_id: z.optional(shortText),
});

/** How the company names the job. */
const jobReference = z
  .string()
  .check(z.minLength(1, { abort: true }), z.maxLength(100), z.regex(/\S/, "must not be blank"));

/** Given back as it was given; small, and never shown to the candidate. */
const metadata = z
  .record(z.string().check(z.maxLength(64)), z.union([z.string().check(z.maxLength(500)), z.number(), z.boolean()]))
  .check(z.refine((members) => Object.keys(members).length <= 20, "must have at most 20 members"));

const webAddress = z.url({ protocol: /^https?$/ }).check(z.maxLength(2_000));

export const createSessionBody = z.strictObject({
  /** `id@version`, or `id` for the latest version. */
  playbook: z.string().check(z.regex(/^[a-z][a-z0-9_-]{0,63}(?:@[1-9]\d{0,8})?$/, "must be an id or id@version")),
  candidate,
  accommodation: optional(accommodation),
  expires_at: optional(anyTime),
  job: optional(jobReference),
  /** Where the person took the playbook too recently: whether they may all the same, and why. */
  override: z.optional(z.boolean()),
  override_reason: optional(longText),
  metadata: optional(metadata),
  redirect_url: optional(webAddress),
});

/** A session as lists and reads show it. Extra time is not in it: it is hidden from everyone who scores. */
export const session = z.object({
  id: z.string(),
  status: sessionStatus,
  playbook: z.string(),
  candidate: z.nullable(z.object({ name: z.string(), email: z.string(), external_id: z.optional(z.string()) })),
  job: z.nullable(z.string()),
  metadata: jsonObject,
  created_at: time,
  updated_at: time,
  expires_at: time,
  started_at: z.nullable(time),
  submitted_at: z.nullable(time),
  scored_at: z.nullable(time),
  score: z.nullable(z.string()),
  recommendation: z.nullable(z.string()),
  /** The version that grades it: the one it was taken with, or a later one. */
  graded_by: z.string(),
  finalized_at: z.nullable(time),
  /** What a person decided. */
  outcome: z.nullable(z.enum(OUTCOMES)),
  decided_at: z.nullable(time),
  /** How many of its grades wait for a person. */
  open_reviews: z.int(),
  /** Whether a legal hold keeps it from being erased. */
  held: z.boolean(),
  /** When it is erased by itself. */
  erase_at: z.nullable(time),
  erased_at: z.nullable(time),
});

/** One session, with the others of the same person, by e-mail address. */
export const sessionDetail = z.extend(session, { duplicates: z.optional(z.array(z.string())) });

/** The answer to a creation; `url` holds the candidate's token and is never shown again. */
export const createdSession = z.extend(session, { url: z.string() });

export const listSessionsQuery = z.strictObject({
  ...paging,
  status: z.optional(sessionStatus),
  playbook: z.optional(shortText),
  external_id: z.optional(shortText),
  job: z.optional(jobReference),
  /** Part of a name, an e-mail address, an external id or a session's id, in any case and without accents. */
  q: z.optional(shortText),
  sort: z.optional(z.enum(SESSION_SORTS)),
  updated_since: z.optional(anyTime),
});
export const sessionPage = pageOf(session);

export const cancelSessionBody = z.optional(z.strictObject({ reason: optional(longText) }));
export const extendSessionBody = z.strictObject({ expires_at: anyTime });
/** Bare, or under its name as when a session is created; `null` takes extra time back for the sections not yet opened. */
export const accommodateSessionBody = z.union([
  accommodation,
  z.strictObject({ accommodation: z.nullable(accommodation) }),
]);
/** Why a session is held, released or erased; the reason is kept, so it must name nobody. */
export const privacyBody = z.strictObject({ reason: longText });
/** What a candidate has and asked for; for those who grant it alone. */
export const accommodationStanding = z.object({
  accommodation: z.nullable(accommodation),
  request: z.nullable(accommodationRequest),
});
export const declineAccommodationBody = z.optional(z.strictObject({ reason: optional(longText) }));
export const accommodationRequestPage = pageOf(
  z.object({
    session: z.string(),
    playbook: z.string(),
    job: z.nullable(z.string()),
    candidate: z.nullable(z.object({ name: z.string() })),
    text: z.string(),
    requested_at: time,
  }),
);

/** `mail`: whether Assay sends the new link to the candidate. */
export const reissueLinkBody = z.optional(z.strictObject({ mail: z.optional(z.boolean()) }));
export const voidSessionBody = z.strictObject({ reason: longText });
