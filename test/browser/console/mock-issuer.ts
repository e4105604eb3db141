import type { Reply } from "../mock-api.ts";

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** An issuer that signs in at once whoever comes, on another origin than the page. */
export class MockIssuer {
  /** What it answers with instead of a code. */
  refuses: { error: string; error_description?: string } | undefined;
  /** Seconds for which its tokens hold. */
  lifetime = 3_600;
  /** Whether its refresh tokens still hold. */
  refreshes = true;
  #tokens = 0;
  #nonce = "";

  /** The token that holds now. */
  get token(): string {
    return `token-${this.#tokens}`;
  }

  handle(issuer: string, url: URL, form: string): Reply {
    const reply = this.#answer(issuer, url, form);
    return { ...reply, headers: { ...reply.headers, "access-control-allow-origin": "*" } };
  }

  #answer(issuer: string, url: URL, form: string): Reply {
    if (url.pathname.endsWith("openid-configuration")) return { status: 200, body: metadata(issuer) };
    if (url.pathname === "/issuer/authorize") return this.#authorize(url.searchParams);
    if (url.pathname === "/issuer/end") return redirect(url.searchParams.get("post_logout_redirect_uri")!);
    return this.#grant(issuer, new URLSearchParams(form));
  }

  #authorize(asked: URLSearchParams): Reply {
    this.#nonce = asked.get("nonce") ?? "";
    const answer = this.refuses ?? { code: "code-1" };
    const back = new URLSearchParams({ ...answer, state: asked.get("state") ?? "" });
    return redirect(`${asked.get("redirect_uri")}?${back}`);
  }

  #grant(issuer: string, form: URLSearchParams): Reply {
    if (form.get("grant_type") === "refresh_token" && !this.refreshes) {
      return { status: 400, body: { error: "invalid_grant" } };
    }
    this.#tokens += 1;
    const now = Math.floor(Date.now() / 1_000);
    const claims = { iss: issuer, aud: "console", sub: "per_ada", iat: now, exp: now + 600, nonce: this.#nonce };
    const body = {
      access_token: this.token,
      token_type: "Bearer",
      expires_in: this.lifetime,
      refresh_token: `refresh-${this.#tokens}`,
      id_token: `${base64url({ alg: "RS256" })}.${base64url(claims)}.${base64url("signed")}`,
    };
    return { status: 200, body };
  }
}

const redirect = (location: string): Reply => ({ status: 302, body: {}, headers: { location } });

const metadata = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  end_session_endpoint: `${issuer}/end`,
  response_types_supported: ["code"],
});
