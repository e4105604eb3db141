import Provider, { type AccountClaims, type Configuration, type ResourceServer } from "oidc-provider";
import { errorPage, signedOutPage, signOutPage } from "./pages.ts";
import type { Pool, PoolClient, PoolUser } from "./pool.ts";
import { type IssuerSecrets, SIGNING } from "./secrets.ts";
import type { IssuerStore } from "./store.ts";

export type ProviderMeans = { pool: Pool; users: readonly PoolUser[]; secrets: IssuerSecrets; store: IssuerStore };

/** Seconds that signing in may take, and that somebody stays signed in. */
const LIVES = { interaction: 1_800, session: 86_400, code: 60 };

/** A certified provider that issues access tokens with the claims that a user pool's have. */
export function createProvider(means: ProviderMeans): Provider {
  return new Provider(means.pool.issuer, configuration(means));
}

function configuration({ pool, users, secrets, store }: ProviderMeans): Configuration {
  const lives = (clientId: string | undefined) => pool.clients.find(({ id }) => id === clientId)!.lives;
  const userOf = (id: string | undefined) => users.find((user) => user.id === id);
  return {
    adapter: store.adapter,
    jwks: secrets.jwks,
    cookies: { keys: secrets.cookies },
    clients: pool.clients.map(clientMetadata),
    clientDefaults: { id_token_signed_response_alg: SIGNING },
    enabledJWA: { idTokenSigningAlgValues: [SIGNING] },
    responseTypes: ["code"],
    scopes: ["openid", "profile", "email"],
    claims: { openid: ["sub", "cognito:groups"], profile: ["name"], email: ["email"] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    findAccount: (_, id) => {
      const user = userOf(id);
      return user && { accountId: id, claims: async () => claimsOf(user) };
    },
    // Who signs in here has agreed: there is nobody else's page to be warned of.
    loadExistingGrant: async ({ oidc }) => {
      const { client, session, provider } = oidc;
      const grant = new provider.Grant({ clientId: client!.clientId, accountId: session!.accountId! });
      grant.addOIDCScope("openid profile email");
      await grant.save();
      return grant;
    },
    extraTokenClaims: (_, token) => {
      const user = userOf("accountId" in token ? token.accountId : undefined);
      return user && poolClaims(user, "grantId" in token ? token.grantId : undefined);
    },
    issueRefreshToken: async (_, client) => client.grantTypeAllowed("refresh_token"),
    rotateRefreshToken: false,
    clientBasedCORS: () => false,
    interactions: { url: (_, { uid }) => `${new URL(pool.issuer).pathname}/interaction/${uid}` },
    renderError: (ctx, { error, error_description }) => {
      ctx.type = "html";
      ctx.body = errorPage(error_description ?? error);
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = signOutPage(form);
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.body = signedOutPage();
        },
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => apiOf(pool),
        useGrantedResource: () => true,
        getResourceServerInfo: (_, __, client) => resourceServer(pool, lives(client.clientId).access),
      },
    },
    ttl: {
      AccessToken: (_, __, client) => lives(client.clientId).access,
      AuthorizationCode: LIVES.code,
      Grant: LIVES.session,
      IdToken: (_, __, client) => lives(client.clientId).id,
      Interaction: LIVES.interaction,
      RefreshToken: (_, __, client) => lives(client.clientId).refresh,
      Session: LIVES.session,
    },
  };
}

const clientMetadata = ({ id, callbackUrls, logoutUrls, scopes }: PoolClient) => ({
  client_id: id,
  redirect_uris: callbackUrls,
  post_logout_redirect_uris: logoutUrls,
  scope: scopes.join(" "),
  token_endpoint_auth_method: "none" as const,
  grant_types: ["authorization_code", "refresh_token"],
  response_types: ["code" as const],
});

const claimsOf = ({ id, name, email, groups }: PoolUser): AccountClaims => ({
  ...{ sub: id, name, email },
  "cognito:groups": groups,
});

/** What a pool's access tokens say beyond the standard; and the name, which there its profile tells. */
const poolClaims = ({ id, name, groups }: PoolUser, grant: string | undefined) => ({
  ...{ token_use: "access", username: id, name, "cognito:groups": groups },
  ...(grant !== undefined && { origin_jti: grant }),
});

/** Whom tokens are for; only a token for somebody is a JWT. */
const apiOf = ({ issuer }: Pool): string => new URL("/", issuer).href;

const resourceServer = (pool: Pool, accessTokenTTL: number): ResourceServer => ({
  ...{ scope: "", audience: apiOf(pool), accessTokenTTL },
  accessTokenFormat: "jwt",
  jwt: { sign: { alg: SIGNING } },
});

/** An access token as somebody gets it who signs in, without the way through pages. @param life seconds */
export async function issueToken(provider: Provider, pool: Pool, user: PoolUser, life: number): Promise<string> {
  const client = await provider.Client.find(pool.clients[0]!.id);
  if (!client) throw new Error("the user pool has no client to issue tokens for");
  const grant = new provider.Grant({ clientId: client.clientId, accountId: user.id });
  const grantId = await grant.save();
  const server = new provider.ResourceServer(apiOf(pool), resourceServer(pool, life));
  const common = { client, accountId: user.id, grantId, gty: "authorization_code", scope: "" };
  const extra = poolClaims(user, grantId);
  const token = new provider.AccessToken({ ...common, extra, expiresIn: life, resourceServer: server });
  return token.save();
}
