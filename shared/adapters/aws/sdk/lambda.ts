// Only what is used, so that a bundle holds nothing else of the client.
export { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
