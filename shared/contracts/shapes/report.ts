import * as z from "zod/mini";
import { figure, time } from "./common.ts";
import { sessionStatus } from "./standing.ts";

/** What a report link shows. */
export const report = z.object({
  playbook: z.object({ title: z.string() }),
  status: sessionStatus,
  candidate: z.nullable(z.object({ name: z.string() })),
  submitted_at: z.nullable(time),
  result: z.nullable(
    z.object({
      stage: z.enum(["provisional", "final"]),
      score: z.nullable(figure),
      coverage: figure,
      bounds: z.object({ low: figure, high: figure }),
      recommendation: z.nullable(z.enum(["advance", "review", "reject", "disqualified", "incomplete"])),
      categories: z.array(
        z.object({
          title: z.string(),
          weight: figure,
          assessment: z.nullable(figure),
          interview: z.nullable(figure),
          score: z.nullable(figure),
        }),
      ),
      items: z.array(
        z.object({ section: z.string(), title: z.string(), points: figure, max: figure, outcome: z.string() }),
      ),
      computed_at: z.nullable(time),
    }),
  ),
  expires_at: time,
});

export type ReportView = z.infer<typeof report>;
