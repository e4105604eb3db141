import * as z from "zod/mini";
import type { EventType } from "../../domain/events/event.ts";
import { figure } from "./common.ts";
import { sessionStatus } from "./standing.ts";

/** Rises within a session, and within what belongs to none. */
const sequence = z.int();
const id = z.string();

const ofSession = z.looseObject({
  session: id,
  external_id: z.nullable(z.string()),
  playbook: z.string(),
  status: sessionStatus,
  links: z.object({ session: z.string(), result: z.string() }),
  sequence,
});

const withFigures = z.extend(ofSession, {
  version: z.nullable(z.int()),
  stage: z.enum(["provisional", "final"]),
  score: z.nullable(figure),
  coverage: figure,
  bounds: z.object({ low: figure, high: figure }),
  recommendation: z.nullable(z.string()),
});

/** What each event tells of, and what its `data` hold. Receivers ignore members they don't know: more may come. */
export const eventShapes = {
  "session.created": { summary: "A candidate was invited", data: ofSession },
  "session.started": { summary: "The candidate has started", data: ofSession },
  "section.closed": {
    summary: "A section was handed in, or its time was up",
    data: z.extend(ofSession, { section: id, reason: z.enum(["submitted", "timeout"]) }),
  },
  "session.submitted": { summary: "All sections are closed; grading begins", data: ofSession },
  "session.scored": { summary: "There is a first, provisional result", data: withFigures },
  "session.finalized": { summary: "The interviews are in; there is a final result", data: ofSession },
  "result.updated": { summary: "A result was replaced by a later version", data: withFigures },
  "flag.raised": { summary: "Somebody or a rule has raised a red flag", data: ofSession },
  "flag.resolved": {
    summary: "A red flag was confirmed, lifted or overridden, or its rule raises it no more",
    data: ofSession,
  },
  "session.decided": { summary: "The company has decided", data: ofSession },
  "session.expired": { summary: "The session was not taken in time", data: ofSession },
  "session.canceled": { summary: "The invitation was taken back, or the candidate has withdrawn", data: ofSession },
  "session.voided": { summary: "The session doesn't count, because of a fault of the platform", data: ofSession },
  "session.erased": { summary: "The personal data are gone", data: ofSession },
  "playbook.published": {
    summary: "A version of a playbook was published",
    data: z.looseObject({
      playbook: z.string(),
      digest: z.string(),
      links: z.object({ playbook: z.string() }),
      sequence,
    }),
  },
  "webhook_endpoint.disabled": {
    summary: "Nothing more is sent to an address",
    data: z.looseObject({ endpoint: id, reason: z.enum(["gone", "failing", "by_hand"]), sequence }),
  },
  ping: { summary: "Somebody asked whether events arrive", data: z.looseObject({ endpoint: id, sequence }) },
} as const satisfies { [Type in EventType]: { summary: string; data: z.ZodMiniType } };
