import type { PoolUser } from "./pool.ts";

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);

/** For every page: nothing is run, nothing is loaded, forms come back here. */
export const PAGE_HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
};

const page = (title: string, content: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
  :root { color-scheme: light dark; --line: light-dark(#d5d9e0, #3a404b); --quiet: light-dark(#545b68, #a6adba); --soft: light-dark(#f4f6fa, #1d222b); --strong: light-dark(#1d4ed8, #9cc1ff); }
  * { box-sizing: border-box; }
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 0 auto; padding: 2.5rem 1rem; }
  h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem; } p { color: var(--quiet); margin: 0 0 1.5rem; }
  ul { list-style: none; padding: 0; margin: 0; display: grid; gap: .5rem; }
  button { font: inherit; color: inherit; text-align: start; width: 100%; min-height: 3.5rem; padding: .625rem 1rem; display: flex; justify-content: space-between; align-items: center; gap: 1rem; background: none; border: 1px solid var(--line); border-radius: .625rem; cursor: pointer; }
  button:hover { background: var(--soft); border-color: var(--strong); } button:focus-visible, a:focus-visible { outline: 3px solid var(--strong); outline-offset: 2px; }
  strong { font-weight: 600; white-space: nowrap; } span { color: var(--quiet); font-size: .875rem; text-align: end; } a { color: var(--strong); }
</style>
</head>
<body>
<main>
${content}
</main>
</body>
</html>
`;

/** Who is there to sign in as. The form comes back to the page's own address. */
export const signInPage = (users: readonly PoolUser[]): string =>
  page(
    "Sign in",
    `<h1>Who are you today?</h1>
<p>These people are made up and stand on this machine alone, so nobody asks for a password. A deployment asks its own sign-in.</p>
<form method="post">
<ul>
${users.map(userButton).join("\n")}
</ul>
</form>`,
  );

const userButton = ({ id, name, groups }: PoolUser): string =>
  `<li><button name="user" value="${escapeHtml(id)}"><strong>${escapeHtml(name)}</strong> <span>${escapeHtml(groups.join(", "))}</span></button></li>`;

/** @param form the provider's own, to which the button belongs */
export const signOutPage = (form: string): string =>
  page(
    "Sign out",
    `<h1>Sign out?</h1>
${form}
<button form="op.logoutForm" name="logout" value="yes"><strong>Sign out</strong></button>`,
  );

export const signedOutPage = (): string => page("Signed out", "<h1>You are signed out</h1>");

export const errorPage = (why: string): string =>
  page(
    "Signing in failed",
    `<h1>Signing in failed</h1>
<p>${escapeHtml(why)}. Go back to the page that you came from, and begin again there.</p>`,
  );
