import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import type Provider from "oidc-provider";
import type { Handler } from "../listen.ts";
import { ISSUER_PATH } from "../template/names.ts";
import type { Template } from "../template/template.ts";
import { errorPage, PAGE_HEADERS, signInPage } from "./pages.ts";
import { loadPool, type PoolUser } from "./pool.ts";
import { issuerSecrets } from "./secrets.ts";
import { openIssuerStore } from "./store.ts";

export type Issuer = {
  url: string;
  /** Whether a path of the front is the issuer's. */
  answersTo(path: string): boolean;
  handle: Handler;
  /** An access token of a user. @param life seconds */
  token(user: string, life: number): Promise<string>;
  close(): void;
};

export type IssuerOptions = { template: Template; frontUrl: string; dataDir: string; users: readonly PoolUser[] };

const INTERACTION = `${ISSUER_PATH}/interaction/`;
const LONGEST_FORM = 1_000;

/** The template's user pool as an issuer on the front; undefined where it has none. Nothing is loaded before it is asked. */
export function createIssuer({ template, frontUrl, dataDir, users }: IssuerOptions): Issuer | undefined {
  const pool = loadPool(template, frontUrl);
  if (!pool) return undefined;
  const store = openIssuerStore(join(dataDir, "issuer.db"));
  const secrets = issuerSecrets(join(dataDir, "keys", "issuer.json"));
  let made: Promise<Provider> | undefined;
  const provider = (): Promise<Provider> => {
    made ??= import("./provider.ts").then(({ createProvider }) => createProvider({ pool, users, secrets, store }));
    return made;
  };
  return {
    url: pool.issuer,
    answersTo: (path) => path === ISSUER_PATH || path.startsWith(`${ISSUER_PATH}/`),
    async handle(message, response) {
      const at = await provider();
      if (message.url!.startsWith(INTERACTION)) return interact({ at, users }, message, response);
      mount(message);
      await at.callback()(message, response);
    },
    async token(id, life) {
      const { issueToken } = await import("./provider.ts");
      const user = users.find((each) => each.id === id);
      if (!user) throw new Error(`nobody here is called ${id}`);
      return issueToken(await provider(), pool, user, life);
    },
    close: store.close,
  };
}

/** The provider knows by the address as it was that it stands below a path. */
function mount(message: IncomingMessage & { originalUrl?: string }): void {
  message.originalUrl = message.url!;
  message.url = message.url!.slice(ISSUER_PATH.length) || "/";
}

type Interacting = { at: Provider; users: readonly PoolUser[] };

/** Shows who can sign in, and takes whom somebody has picked. */
async function interact({ at, users }: Interacting, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const known = await at.interactionDetails(message, response).catch(unlessOver);
  if (!known) return show(response, 400, errorPage("This way to sign in is over"));
  if (message.method !== "POST") return show(response, 200, signInPage(users));
  const picked = new URLSearchParams(await readForm(message)).get("user");
  const user = users.find(({ id }) => id === picked);
  if (!user) return show(response, 400, signInPage(users));
  await at.interactionFinished(message, response, { login: { accountId: user.id } });
}

/** A way to sign in ends after a while, or was begun in another browser. */
function unlessOver(error: Error): undefined {
  if (error.name !== "SessionNotFound") throw error;
}

function show(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, PAGE_HEADERS).end(html);
}

async function readForm(message: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of message) if (text.length < LONGEST_FORM) text += String(chunk);
  return text;
}
