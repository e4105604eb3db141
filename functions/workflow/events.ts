import * as z from "zod/mini";

const id = z.string().check(z.minLength(1), z.maxLength(200));
const ofSection = { session: id, section: id };

/** What the workflow's function is called with: by the state machine, by the API after a commit, by the schedule. */
export const workflowEvent = z.union([
  z.object({ step: z.literal("run-section"), ...ofSection, token: z.string() }),
  z.object({ step: z.literal("grade-section"), ...ofSection }),
  z.object({ step: z.literal("score"), session: id }),
  z.object({ step: z.literal("await-interviews"), session: id, token: z.string() }),
  z.object({ step: z.literal("publish"), session: id }),
  z.object({ wake: id }),
  z.object({ sweep: z.literal(true) }),
]);

export type WorkflowEvent = z.infer<typeof workflowEvent>;
