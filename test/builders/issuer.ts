import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JWK, SignJWT } from "jose";
import type { Claims } from "#shared/domain/staff/person.ts";

type SigningKey = { kid: string; alg: string; privateKey: CryptoKey; publicKey: CryptoKey };

export type TestIssuer = {
  url: string;
  /** How often its keys were asked for. */
  keysAsked: () => number;
  /** What its discovery document and its profile say beyond the usual. */
  says: { discovery: Claims; profile: Claims | undefined };
  /** A token as Cognito's are; claims that are undefined are left out. */
  token(claims?: Claims, header?: Claims): Promise<string>;
  /** From now on signs by another key, and no longer knows the one before. */
  rotate(kid: string): Promise<void>;
  /** The public key that tokens are verified by, as PEM. */
  publicPem(): Promise<string>;
  /** A key of the same kind that isn't the issuer's. */
  forgedBy(kid: string): Promise<TestIssuer["token"]>;
  close(): Promise<void>;
};

export const CLIENT = "console";

/** An issuer on this machine with a discovery document, keys and profiles, and tokens of any content. */
export async function testIssuer(): Promise<TestIssuer> {
  let [key, asked] = [await newKey("k1"), 0];
  const says: TestIssuer["says"] = { discovery: {}, profile: undefined };
  const server = createServer(async (request, response) => {
    const body = await answers(request.url ?? "", {
      url,
      says,
      key: () => {
        asked++;
        return key;
      },
    });
    response.writeHead(body ? 200 : 404, { "content-type": "application/json" }).end(JSON.stringify(body ?? {}));
  });
  const url = await listening(server);
  const signed = (by: () => SigningKey) => (claims?: Claims, header?: Claims) =>
    sign({ by: by(), url }, claims, header);
  return {
    url,
    says,
    keysAsked: () => asked,
    token: signed(() => key),
    async rotate(kid) {
      key = await newKey(kid);
    },
    publicPem: () => exportSPKI(key.publicKey),
    async forgedBy(kid) {
      const forged = await newKey(kid);
      return signed(() => forged);
    },
    close: () => new Promise((done) => server.close(() => done())),
  };
}

type Answering = { url: string; says: TestIssuer["says"]; key: () => SigningKey };

async function answers(path: string, { url, says, key }: Answering): Promise<unknown> {
  if (path === "/.well-known/openid-configuration") {
    return { issuer: url, jwks_uri: `${url}/jwks`, userinfo_endpoint: `${url}/me`, ...says.discovery };
  }
  if (path === "/jwks") return { keys: [await publicJwk(key())] };
  return path === "/me" ? says.profile : undefined;
}

async function newKey(kid: string): Promise<SigningKey> {
  return { kid, alg: "ES256", ...(await generateKeyPair("ES256", { extractable: true })) };
}

const publicJwk = async ({ kid, alg, publicKey }: SigningKey): Promise<JWK> => ({
  ...(await exportJWK(publicKey)),
  ...{ kid, alg, use: "sig" },
});

/** Seconds since 1970. */
export const now = (): number => Math.floor(Date.now() / 1000);

function sign({ by, url }: { by: SigningKey; url: string }, claims: Claims = {}, header: Claims = {}): Promise<string> {
  const standard = { iss: url, sub: "p1", client_id: CLIENT, token_use: "access", iat: now(), exp: now() + 3_600 };
  const payload = Object.entries({ ...standard, "cognito:groups": ["recruiter"], ...claims });
  const present = Object.fromEntries(payload.filter(([, value]) => value !== undefined));
  return new SignJWT(present).setProtectedHeader({ alg: by.alg, kid: by.kid, ...header }).sign(by.privateKey);
}

function listening(server: Server): Promise<string> {
  return new Promise((done) => {
    server.listen(0, "127.0.0.1", () => done(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}
