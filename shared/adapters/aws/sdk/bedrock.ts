// Only what is used, so that a bundle holds nothing else of the client.
export { BedrockRuntimeClient, ConverseCommand } from "@aws-sdk/client-bedrock-runtime";
