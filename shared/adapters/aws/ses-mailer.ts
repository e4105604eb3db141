import type { SESv2Client } from "@aws-sdk/client-sesv2";
import { type Mailer, MailRefused } from "../../ports/mail.ts";
import { awsConfiguration } from "./configuration.ts";

/** What another try gets as well. */
const FINAL: ReadonlySet<string> = new Set(["MessageRejected", "BadRequestException", "NotFoundException"]);

/** Sends by SES, one attempt a call: a lost answer must not make a second mail. */
export function sesMailer({ from, configurationSet }: { from: string; configurationSet: string }): Mailer {
  let client: SESv2Client | undefined;
  return {
    async send({ subject, text, html, to, reply_to, tags }) {
      const sdk = await import("./sdk/ses.ts");
      client ??= new sdk.SESv2Client({ ...awsConfiguration("email"), maxAttempts: 1 });
      const part = (Data: string) => ({ Data, Charset: "UTF-8" });
      const request = new sdk.SendEmailCommand({
        FromEmailAddress: from,
        Destination: { ToAddresses: to },
        ...(reply_to !== null && { ReplyToAddresses: [reply_to] }),
        ConfigurationSetName: configurationSet,
        EmailTags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
        Content: { Simple: { Subject: part(subject), Body: { Text: part(text), Html: part(html) } } },
      });
      try {
        await client.send(request);
      } catch (error) {
        if (error instanceof Error && FINAL.has(error.name)) throw new MailRefused(error.name);
        throw error;
      }
    },
  };
}
