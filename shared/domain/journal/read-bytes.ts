import type { Fault } from "./verify-chain.ts";

/** The text of a file's bytes; a fault where they aren't UTF-8. A byte order mark stays in the text. */
export function readBytes(bytes: Uint8Array): { text: string } | { fault: Fault } {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { fault: { seq: null, code: "not_utf8", text: "The document has bytes that no UTF-8 text has." } };
  }
}
