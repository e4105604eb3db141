import * as z from "zod/mini";
import type { Bounce } from "#shared/use-cases/mail/note-bounce.ts";

const recipients = z.array(z.object({ emailAddress: z.string() }));
const tag = z.optional(z.array(z.string()));
const mail = z.object({ tags: z.optional(z.object({ errand: tag, stream: tag })) });

/** What SES publishes, as far as it is about mail that must not be sent again. */
const notice = z.union([
  z.object({
    eventType: z.literal("Bounce"),
    mail,
    bounce: z.object({ bounceType: z.string(), bouncedRecipients: recipients }),
  }),
  z.object({ eventType: z.literal("Complaint"), mail, complaint: z.object({ complainedRecipients: recipients }) }),
]);

/** The lasting bounces and the complaints among a topic's notices. */
export const bouncesIn = (notices: readonly { Sns: { Message: string } }[]): Bounce[] =>
  notices.flatMap(({ Sns }) => bounceIn(Sns.Message) ?? []);

function bounceIn(message: string): Bounce | undefined {
  const read = notice.safeParse(parsed(message));
  if (!read.success) return undefined;
  const { tags } = read.data.mail;
  const of = { errand: tags?.errand?.[0] ?? "unknown", stream: tags?.stream?.[0] ?? "unknown" };
  if (read.data.eventType === "Complaint") {
    return { ...of, reason: "complaint", addresses: addressesOf(read.data.complaint.complainedRecipients) };
  }
  const { bounceType, bouncedRecipients } = read.data.bounce;
  return bounceType === "Permanent"
    ? { ...of, reason: "bounce", addresses: addressesOf(bouncedRecipients) }
    : undefined;
}

const addressesOf = (found: z.infer<typeof recipients>): string[] => found.map(({ emailAddress }) => emailAddress);

function parsed(message: string): unknown {
  try {
    return JSON.parse(message);
  } catch {
    return undefined; // a topic's own greeting is no JSON
  }
}
