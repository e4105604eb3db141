// Only what is used, so that a bundle holds nothing else of the client.
export { SendTaskSuccessCommand, SFNClient, StartExecutionCommand } from "@aws-sdk/client-sfn";
