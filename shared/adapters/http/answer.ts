import type { IncomingMessage } from "node:http";

const MOST_READ = 16 * 1024;
const KEPT = 1024;

/** The first bytes of an answer, at most 16 KiB: whoever sends more is cut off. */
export async function readAtMost(response: IncomingMessage, most = MOST_READ): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= most) break;
  }
  response.destroy();
  return Buffer.concat(chunks).subarray(0, most);
}

/** What is kept of an answer: its first KiB as text. */
export const keptText = (bytes: Buffer): string => bytes.subarray(0, KEPT).toString("utf8");
