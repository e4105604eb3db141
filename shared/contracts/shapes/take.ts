import * as z from "zod/mini";
import { json, longText, shortText, time } from "./basic.ts";
import { accommodation, accommodationRequest, sessionStatus } from "./standing.ts";

/*
 * What candidates are answered with is described for the document of the interface, not for the function that answers.
 * So each answer's shape is built when it is first asked for: somebody waits for that function's start.
 */

/** An item as the candidate sees it: the common fields, and what its type allows beside them. */
export const candidateItem = z.lazy(() =>
  z.catchall(
    z.object({ id: z.string(), type: z.string(), title: z.string(), points: z.string(), prompt: z.string() }),
    json,
  ),
);

/** An answer as it was last kept. */
export const storedAnswer = z.lazy(() => z.object({ value: json, revision: z.int(), saved_at: time }));

export const takeSection = z.lazy(() =>
  z.object({
    id: z.string(),
    title: z.string(),
    /** As this candidate gets it, extra time included. */
    minutes: z.string(),
    items: z.int(),
    status: z.enum(["waiting", "open", "closed"]),
    closed: z.optional(z.enum(["submitted", "timeout"])),
  }),
);

const notice = z.lazy(() => z.object({ version: z.string(), text: z.string() }));

const sharedResult = z.lazy(() =>
  z.object({
    score: z.nullable(z.string()),
    categories: z.array(z.object({ id: z.string(), title: z.string(), score: z.nullable(z.string()) })),
    /** What may be objected to; points and reasons where the working is shared. */
    items: z.array(
      z.object({
        id: z.string(),
        section: z.string(),
        title: z.string(),
        points: z.optional(z.string()),
        max: z.optional(z.string()),
        reasons: z.optional(z.array(z.string())),
      }),
    ),
    would_have_changed: z.optional(z.array(z.string())),
    objection: z.nullable(z.object({ item: z.string(), text: z.string(), at: time })),
  }),
);

/** Everything the page is drawn from. */
export const takeView = z.lazy(() =>
  z.object({
    status: sessionStatus,
    candidate: z.object({ name: z.string() }),
    playbook: z.object({
      title: z.string(),
      summary: z.string(),
      language: z.string(),
      minutes: z.string(),
      pause_minutes: z.string(),
      share_with_candidate: z.enum(["none", "score", "working"]),
    }),
    accommodation: z.nullable(accommodation),
    /** What the candidate asked for last, and what became of it. */
    accommodation_request: z.nullable(accommodationRequest),
    expires_at: time,
    server_time: time,
    next: z.enum(["start", "begin", "answer", "wait", "done"]),
    sections: z.array(takeSection),
    /** What is to be agreed to, as Markdown; only before the start. */
    notices: z.optional(z.object({ privacy: notice, scoring: notice })),
    /** Items that don't count; only before the start. */
    practice: z.optional(z.array(candidateItem)),
    /** The open section. `deadline` is null where it is untimed. */
    current: z.optional(
      z.object({
        section: z.string(),
        introduction: z.optional(z.string()),
        opened_at: time,
        deadline: z.nullable(time),
        items: z.array(candidateItem),
        answers: z.record(z.string(), storedAnswer),
      }),
    ),
    /** The section that may be begun; it opens by itself at `opens_at` (null before the first is begun). */
    upcoming: z.optional(z.object({ section: z.string(), opens_at: z.nullable(time) })),
    redirect_url: z.nullable(z.string()),
    /** What the company shares of the result, once it has decided; never a key. */
    shared: z.optional(sharedResult),
  }),
);

export const objectBody = z.strictObject({ item: shortText, text: longText });

export const startSessionBody = z.strictObject({
  consent: z.literal(true),
  /** The versions of the notices that were read; left out, those that stand now. */
  notices: z.optional(z.strictObject({ privacy: shortText, scoring: shortText })),
});

export const requestAccommodationBody = z.strictObject({
  text: z.string().check(z.minLength(1, { abort: true }), z.maxLength(500), z.regex(/\S/, "must not be blank")),
});

export const saveAnswerBody = z.strictObject({
  /** `null` clears the answer. */
  value: json,
  /** The revision last seen; 0 where none was. */
  revision: z.int().check(z.minimum(0)),
});
export const savedAnswer = z.lazy(() => z.object({ revision: z.int(), saved_at: time }));

export const runExamplesBody = z.strictObject({ value: json });

/** One shown example: what it gave, beside what was expected. */
export const exampleRun = z.lazy(() =>
  z.object({
    id: z.string(),
    title: z.optional(shortText),
    passed: z.boolean(),
    outcome: z.string(),
    /** What the run gave and what was expected, as texts for people. */
    actual: z.nullable(z.string()),
    expected: z.nullable(z.string()),
    message: z.nullable(z.string()),
    console: z.string(),
  }),
);
export const examplesRun = z.lazy(() => z.object({ runs: z.array(exampleRun) }));

export const signedHead = z.lazy(() =>
  z.object({
    seq: z.int(),
    hash: z.string(),
    signature: z.string(),
    key_id: z.string(),
  }),
);

export const receipt = z.lazy(() =>
  z.object({
    session: z.string(),
    status: sessionStatus,
    playbook: z.string(),
    submitted_at: z.nullable(time),
    sections: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        closed_at: z.nullable(time),
        closed: z.nullable(z.enum(["submitted", "timeout"])),
        answers: z.array(
          z.object({ item: z.string(), title: z.string(), revision: z.int(), saved_at: time, late: z.boolean() }),
        ),
      }),
    ),
    /** Null until the session is submitted. */
    head: z.nullable(signedHead),
  }),
);

/** Everything that is kept of the candidate, as the journal holds it; no key and no grade's working. */
export const ownData = z.lazy(() =>
  z.object({
    session: z.string(),
    exported_at: time,
    entries: z.array(z.object({ seq: z.int(), at: time, kind: z.string(), payload: json })),
    /** What the company shares of the result, once it has decided. */
    shared: z.optional(sharedResult),
  }),
);

export type TakeView = z.infer<typeof takeView>;
export type StoredAnswer = z.infer<typeof storedAnswer>;
export type SavedAnswer = z.infer<typeof savedAnswer>;
export type ExamplesRun = z.infer<typeof examplesRun>;
export type ExampleRun = z.infer<typeof exampleRun>;
export type Receipt = z.infer<typeof receipt>;
