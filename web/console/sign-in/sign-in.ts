import { requestFor } from "../api/client.ts";
import type { SignInSettings } from "./flow.ts";
import { keepStarted, rememberLeaving, takeLeaving, takeStarted } from "./started.ts";
import { type Tokens, tokenStore } from "./tokens.ts";

/** Loaded when somebody signs in or a token runs out; the first page does without. */
const loadFlow = () => import("./flow.ts");

/** Why nobody could be signed in, in a sentence for the person. */
export class SignInTrouble extends Error {
  override readonly name = "SignInTrouble";
}

export type Arrival = "signed-in" | "signed-out" | "handed-over" | "leaving";

/** What opening the page means: back from the issuer, signed in already, signed out, or about to sign in. */
export async function arrive(): Promise<Arrival> {
  const address = new URL(location.href);
  const channel = address.searchParams.get("again");
  if (channel) return begin({ back: "", channel });
  if (address.searchParams.has("state")) return comeBack(address);
  if (takeLeaving()) return "signed-out";
  return tokenStore.read() ? "signed-in" : begin({ back: location.hash });
}

/** Leaves for the issuer; what is remembered brings the person back to where they were. */
export async function begin(from: { back: string; channel?: string }): Promise<"leaving"> {
  tokenStore.clear();
  const [settings, flow] = await Promise.all([readSettings(), loadFlow()]);
  const started = { ...flow.newSecrets(), ...from };
  const address = await flow.authorizationAddress(settings, started).catch(toTrouble(settings, flow));
  keepStarted(started);
  location.assign(address);
  return "leaving";
}

async function comeBack(address: URL): Promise<Arrival> {
  const started = takeStarted();
  history.replaceState(null, "", `${address.pathname}${started?.back ?? ""}`);
  if (!started) throw new SignInTrouble("This sign-in was begun in another tab, or is over already.");
  const [settings, flow] = await Promise.all([readSettings(), loadFlow()]);
  const tokens = await flow.exchangeCode(settings, started, address).catch(toTrouble(settings, flow));
  if (started.channel) return handOver(started.channel, tokens);
  tokenStore.write(tokens);
  return "signed-in";
}

/** Gives the tokens to the tab that waits for them, and goes where the browser lets it. */
function handOver(channel: string, tokens: Tokens): "handed-over" {
  new BroadcastChannel(channel).postMessage(tokens);
  window.close();
  return "handed-over";
}

/** New tokens for those that run out; undefined where the issuer gives none without the person. */
export async function refreshTokens(tokens: Tokens): Promise<Tokens | undefined> {
  if (!tokens.refresh) return undefined;
  const [settings, flow] = await Promise.all([readSettings(), loadFlow()]);
  return flow.refresh(settings, tokens).catch((error: unknown) => {
    if (flow.refusalOf(error)) return undefined;
    throw error;
  });
}

/** Signs out here and, where the issuer lets us, there. */
export async function leave(): Promise<void> {
  const tokens = tokenStore.read();
  tokenStore.clear();
  rememberLeaving();
  const elsewhere = tokens && (await endAddress(tokens).catch(() => undefined));
  if (elsewhere) location.assign(elsewhere);
  else location.reload();
}

async function endAddress(tokens: Tokens): Promise<string | undefined> {
  const [settings, flow] = await Promise.all([readSettings(), loadFlow()]);
  return flow.endAddress(settings, tokens);
}

async function readSettings(): Promise<SignInSettings> {
  const { path } = requestFor("read-sign-in", { parameters: {} });
  const response = await fetch(path, { cache: "no-store", credentials: "omit" }).catch(() => undefined);
  if (!response || response.status >= 500) throw new SignInTrouble("The service can't be reached just now.");
  if (!response.ok) throw new SignInTrouble("Nobody set up yet how staff sign in here.");
  return (await response.json()) as SignInSettings;
}

const toTrouble = (settings: SignInSettings, flow: Awaited<ReturnType<typeof loadFlow>>) => (cause: unknown) => {
  const sentence = flow.refusalOf(cause) ?? `The sign-in at ${new URL(settings.issuer).host} didn't work.`;
  throw new SignInTrouble(sentence, { cause });
};
