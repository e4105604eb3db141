const PREFIX = "whsec_";

/** HMAC-SHA256 of a text's UTF-8 bytes with a key in base64, in base64; handed in, as digests are. */
type Hmac = (key: string, text: string) => string;

/** Signs a text's UTF-8 bytes with Ed25519: the key as `whsk_` + base64, the signature in base64; handed in likewise. */
type SignPublicly = (privateKey: string, text: string) => string;

export type Secret = { secret: string; expires_at: string | null };

/** A secret from random bytes in base64url: `whsec_` and the same bytes in standard base64. */
export const secretFrom = (base64url: string): string =>
  PREFIX +
  base64url
    .replaceAll("-", "+")
    .replaceAll("_", "/")
    .padEnd(Math.ceil(base64url.length / 4) * 4, "=");

/** The text of Standard Webhooks that is signed. `timestamp` is in whole seconds since 1970. */
const signedText = ({ id, timestamp, body }: { id: string; timestamp: number; body: string }): string =>
  `${id}.${timestamp}.${body}`;

/** What an attempt is signed with. */
export type Signing = {
  now: string;
  secrets: readonly Secret[];
  hmac: Hmac;
  /** For a second signature (`v1a`) that is checked with a published key; none where left out. */
  inPublic?: { privateKey: string; sign: SignPublicly } | undefined;
};

/** The headers of one attempt, signed with every secret that is valid at `now`, so that receivers can rotate theirs. */
export function signedHeaders(event: { id: string; body: string }, signing: Signing): Record<string, string> {
  const { now, secrets, hmac, inPublic } = signing;
  const timestamp = Math.floor(Date.parse(now) / 1000);
  const text = signedText({ ...event, timestamp });
  const valid = secrets.filter(({ expires_at }) => expires_at === null || expires_at > now);
  const signatures = valid.map(({ secret }) => `v1,${hmac(secret.slice(PREFIX.length), text)}`);
  if (inPublic) signatures.push(`v1a,${inPublic.sign(inPublic.privateKey, text)}`);
  return {
    "webhook-id": event.id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": signatures.join(" "),
  };
}
