import type { AnswerState } from "../saving/answer-state.ts";
import type { Saver } from "../saving/saver.ts";

export type SaveWords = { kind: "idle" | "saved" | "device" | "saving" | "offline" | "attention"; words: string };

const NOTHING: SaveWords = { kind: "idle", words: "" };
const SAVED: SaveWords = { kind: "saved", words: "saved" };
const DEVICE: SaveWords = { kind: "device", words: "saved on this device" };
const SAVING: SaveWords = { kind: "saving", words: "saving…" };
const OFFLINE: SaveWords = { kind: "offline", words: "offline, keep typing" };

/** How one answer stands between keyboard and server, in words. */
export function wordsFor(state: AnswerState | undefined, saver: SaverFacts): SaveWords {
  if (state?.other) return { kind: "attention", words: "two versions: choose one" };
  if (state?.refusal !== undefined) return { kind: "attention", words: "not taken yet" };
  if (state?.late) return { kind: "attention", words: "came late: kept, not scored" };
  if (saver.reach === "offline") return OFFLINE;
  if (saver.sending) return SAVING;
  if (state?.unsent) return saver.onDevice ? DEVICE : SAVING;
  return state?.saved_at === undefined ? NOTHING : SAVED;
}

export type SaverFacts = { reach: Saver["reach"]; sending: boolean; onDevice: boolean };

/** The words for a section: those of the answer that needs most attention. */
export function wordsForAll(items: readonly string[], saver: Saver, online: boolean): SaveWords {
  const reach = online ? saver.reach : "offline";
  const all = items.map((item) =>
    wordsFor(saver.states.get(item), { reach, sending: saver.isSending(item), onDevice: saver.isOnDevice(item) }),
  );
  return all.toSorted((left, right) => URGENCY[right.kind] - URGENCY[left.kind])[0] ?? NOTHING;
}

const URGENCY = { idle: 0, saved: 1, saving: 2, device: 3, offline: 4, attention: 5 };
