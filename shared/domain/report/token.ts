const DAY = 86_400_000;
const TOKEN = /^(ses_[0-9A-Za-z]{1,64})\.([0-9a-z]{1,9})\.([A-Za-z0-9_-]{43})$/;

/** HMAC-SHA256 of a text with a key, both as base64. */
type Hmac = (key: string, text: string) => string;

/** What tokens are signed with, as base64, and how. */
export type TokenSeal = { key: string; hmac: Hmac };

const signedText = (session: string, expires: string): string => `assay-report/1\n${session}\n${expires}`;

const base64url = (text: string): string => text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");

const markOf = ({ key, hmac }: TokenSeal, session: string, expires: string): string =>
  base64url(hmac(key, signedText(session, expires)));

/** A token that lets whoever holds it read one report, for `days` from today on. All of one day's are the same. */
export function reportToken(session: string, seal: TokenSeal, { now, days }: { now: string; days: number }): string {
  const expires = (Math.floor(Date.parse(now) / DAY) + 1 + days).toString(36);
  return `${session}.${expires}.${markOf(seal, session, expires)}`;
}

/**
 * What a token allows; undefined for one that we didn't make, `expired` for one that is over.
 *
 * @param digest hides from a stopwatch how far two marks agree
 */
export function readReportToken(
  token: string,
  seal: TokenSeal & { digest: (text: string) => string },
  now: string,
): { session: string; expires_at: string } | "expired" | undefined {
  const [, session, expires, mark] = TOKEN.exec(token) ?? [];
  if (session === undefined || expires === undefined || mark === undefined) return undefined;
  if (seal.digest(mark) !== seal.digest(markOf(seal, session, expires))) return undefined;
  const expires_at = new Date(Number.parseInt(expires, 36) * DAY).toISOString();
  return now < expires_at ? { session, expires_at } : "expired";
}
