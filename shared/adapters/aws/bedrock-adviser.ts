import type { BedrockRuntimeClient } from "@aws-sdk/client-bedrock-runtime";
import type { Adviser } from "../../ports/adviser.ts";
import { awsConfiguration } from "./configuration.ts";

/** Advice that takes longer comes too late: the section's other steps wait behind it. */
const PATIENCE = 20_000;

/** A model of Bedrock as adviser; a call that fails is told to `onLost` and not made again. */
export function bedrockAdviser(model: string, onLost: (error: unknown) => void): Adviser {
  let client: BedrockRuntimeClient | undefined;

  async function converse({ system, user }: { system: string; user: string }): Promise<string | undefined> {
    const sdk = await import("./sdk/bedrock.ts");
    client ??= new sdk.BedrockRuntimeClient({ ...awsConfiguration("bedrock-runtime"), maxAttempts: 1 });
    const request = new sdk.ConverseCommand({
      modelId: model,
      system: [{ text: system }],
      messages: [{ role: "user", content: [{ text: user }] }],
      inferenceConfig: { temperature: 0, maxTokens: 2_000 },
    });
    const { output } = await client.send(request, { abortSignal: AbortSignal.timeout(PATIENCE) });
    return output?.message?.content?.map(({ text }) => text ?? "").join("");
  }

  return {
    model,
    async reply(request) {
      try {
        return await converse(request);
      } catch (error) {
        onLost(error);
        return undefined;
      }
    },
  };
}
