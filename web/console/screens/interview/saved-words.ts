import { counted } from "../../../shared/words.ts";
import type { CardSaver } from "./card-saver.ts";
import { isDue, waitingForWords } from "./card-state.ts";

export type SavedWords = { kind: "calm" | "busy" | "trouble"; text: string };

/** Where the card is, in a sentence. */
export function savedWords(saver: Pick<CardSaver, "state" | "reach" | "isSending" | "isOnDevice">): SavedWords {
  const { state, reach, isOnDevice } = saver;
  if (state.other) return { kind: "trouble", text: "Changed on another device; choose below." };
  if (state.refusal !== undefined) return { kind: "trouble", text: `Not saved: ${state.refusal}` };
  if (reach === "away" && isDue(state)) return { kind: "trouble", text: awayWords(isOnDevice) };
  if (isDue(state)) return { kind: "busy", text: "Saving…" };
  const waiting = waitingForWords(state);
  if (waiting > 0) {
    const kept = isOnDevice ? "kept on this device" : "not kept anywhere";
    return { kind: "busy", text: `${counted(waiting, "choice")} ${kept} until the words are there.` };
  }
  if (state.saved_at === null) return { kind: "calm", text: "Nothing written yet." };
  return { kind: "calm", text: `Saved at ${clockTime(state.saved_at)}.` };
}

const awayWords = (isOnDevice: boolean): string =>
  isOnDevice
    ? "No connection. Everything is kept on this device and sent as soon as there is one."
    : "No connection, and this device keeps nothing. Leave this page open.";

const clockTime = (at: string): string =>
  new Date(at).toLocaleTimeString(undefined, { hour: "2-digit", minute: "2-digit" });
