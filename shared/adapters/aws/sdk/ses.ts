// Only what is used, so that a bundle holds nothing else of the client.
export { SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
