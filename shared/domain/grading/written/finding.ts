import type { Span } from "../tokens.ts";

/** How a check ended, on what evidence, and why. Unclear never guesses: it asks for a person. */
export type Finding = { state: "met" | "not_met" | "unclear"; spans: Span[]; because: string };

export const met = (because: string, spans: Span[] = []): Finding => ({ state: "met", because, spans });
export const notMet = (because: string, spans: Span[] = []): Finding => ({ state: "not_met", because, spans });
export const unclear = (because: string, spans: Span[] = []): Finding => ({ state: "unclear", because, spans });
