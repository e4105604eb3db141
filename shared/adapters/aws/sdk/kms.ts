// Only what is used, so that a bundle holds nothing else of the client.
export { GetPublicKeyCommand, KMSClient, SignCommand } from "@aws-sdk/client-kms";
