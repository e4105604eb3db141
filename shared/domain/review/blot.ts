import type { Json } from "../foundation/json.ts";
import type { Candidate } from "../session/facts.ts";

const BLOT = "█";

/**
 * An answer in which the candidate's own name and address are blotted out: letters are often signed. The whole name and
 * the address go in any case. A part of the name goes as it is written or in capitals, and in any case where it stands
 * on a line of its own: somebody called Will must not take every `will` out of an answer. What is blotted keeps its length, so that places found in the answer stand.
 */
export function withoutName(answer: Json, candidate: Candidate | null): Json {
  if (!candidate) return answer;
  const account = candidate.email.split("@")[0]!;
  const whole = [
    candidate.email,
    candidate.name,
    candidate.name.replace(/\s+/g, ""),
    ...(isName(account) ? [account] : []),
  ];
  const parts = candidate.name.split(/\s+/).filter((part) => part.length > 1);
  const patterns = [
    anyOf(whole, "giu"),
    anyOf([...parts, ...parts.map((part) => part.toUpperCase())], "gu"),
    new RegExp(`(?<=^\\W*)(?:${parts.map(literal).join("|") || "(?!)"})(?=\\W*$)`, "gimu"),
  ];
  return blotted(answer, patterns);
}

/** An account such as `ada.example` tells who it is; `will` may be any word. */
const isName = (account: string): boolean => /[^\p{L}]/u.test(account);

const literal = (word: string): string => word.normalize("NFC").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const anyOf = (words: readonly string[], flags: string): RegExp => {
  const known = words.filter((word) => word.length > 1).map(literal);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${known.join("|") || "(?!)"})(?![\\p{L}\\p{N}])`, flags);
};

function blotted(value: Json, patterns: readonly RegExp[]): Json {
  if (typeof value === "string") {
    return patterns.reduce(
      (text, pattern) => text.replace(pattern, (name) => BLOT.repeat(name.length)),
      value.normalize("NFC"),
    );
  }
  if (Array.isArray(value)) return value.map((element) => blotted(element, patterns));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, blotted(member, patterns)]));
}
