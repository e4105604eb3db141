import * as oauth from "oauth4webapi";
import type { AnswerOf } from "../api/types.ts";
import type { Started } from "./started.ts";
import type { Tokens } from "./tokens.ts";

/** How staff sign in here. */
export type SignInSettings = AnswerOf<"read-sign-in">;

/** Lifetime in seconds of a token whose issuer doesn't tell. */
const SHORT_LIFE = 300;

const redirectUri = (): string => `${location.origin}/console/`;
const clientOf = ({ client_id }: SignInSettings): oauth.Client => ({ client_id });

/** Without TLS on this machine only. */
const transport = ({ issuer }: SignInSettings) => ({
  [oauth.allowInsecureRequests]: ["localhost", "127.0.0.1"].includes(new URL(issuer).hostname),
});

async function discover(settings: SignInSettings): Promise<oauth.AuthorizationServer> {
  const issuer = new URL(settings.issuer);
  return oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, transport(settings)));
}

/** The secrets of one way through the issuer and back. */
export const newSecrets = () => ({
  verifier: oauth.generateRandomCodeVerifier(),
  state: oauth.generateRandomState(),
  nonce: oauth.generateRandomNonce(),
});

/** Where the person signs in. */
export async function authorizationAddress(settings: SignInSettings, started: Started): Promise<string> {
  const server = await discover(settings);
  if (!server.authorization_endpoint) throw new Error("the issuer names no place to sign in");
  const address = new URL(server.authorization_endpoint);
  const parameters = {
    client_id: settings.client_id,
    redirect_uri: redirectUri(),
    response_type: "code",
    scope: settings.scope,
    code_challenge: await oauth.calculatePKCECodeChallenge(started.verifier),
    code_challenge_method: "S256",
    state: started.state,
    nonce: started.nonce,
    ...(settings.audience && { audience: settings.audience }),
  };
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  return address.href;
}

/** The tokens for the code that the issuer sent the person back with. */
export async function exchangeCode(settings: SignInSettings, started: Started, arrived: URL): Promise<Tokens> {
  const [server, client] = [await discover(settings), clientOf(settings)];
  const parameters = oauth.validateAuthResponse(server, client, arrived, started.state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    parameters,
    redirectUri(),
    started.verifier,
    transport(settings),
  );
  const answer = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: started.nonce,
    requireIdToken: true,
  });
  return { ...tokensOf(answer), subject: oauth.getValidatedIdTokenClaims(answer)!.sub };
}

/** New tokens in place of old ones. */
export async function refresh(settings: SignInSettings, tokens: Tokens): Promise<Tokens> {
  const [server, client] = [await discover(settings), clientOf(settings)];
  const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), tokens.refresh ?? "", {
    ...transport(settings),
  });
  return { ...tokens, ...tokensOf(await oauth.processRefreshTokenResponse(server, client, response)) };
}

function tokensOf({ access_token, refresh_token, id_token, expires_in = SHORT_LIFE }: oauth.TokenEndpointResponse) {
  return {
    access: access_token,
    expires_at: Date.now() + expires_in * 1_000,
    ...(refresh_token && { refresh: refresh_token }),
    ...(id_token && { id: id_token }),
  };
}

/** Where the person signs out of the issuer too; undefined where it has no such place. */
export async function endAddress(settings: SignInSettings, tokens: Tokens): Promise<string | undefined> {
  const { end_session_endpoint } = await discover(settings);
  if (!end_session_endpoint) return undefined;
  const address = new URL(end_session_endpoint);
  address.searchParams.set("client_id", settings.client_id);
  if (tokens.id) address.searchParams.set("id_token_hint", tokens.id);
  for (const name of ["post_logout_redirect_uri", "logout_uri"]) address.searchParams.set(name, redirectUri());
  return address.href;
}

/** Why an exchange failed, for the person; undefined where the issuer gave no reason of its own. */
export function refusalOf(error: unknown): string | undefined {
  if (error instanceof oauth.AuthorizationResponseError || error instanceof oauth.ResponseBodyError) {
    return error.error === "access_denied" ? "The sign-in was refused or canceled." : describe(error);
  }
  return undefined;
}

const describe = ({ error, error_description }: { error: string; error_description?: string }): string =>
  `The sign-in service refused: ${error_description ?? error.replaceAll("_", " ")}.`;
