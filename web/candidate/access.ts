const KEY = "assay:token";

/**
 * The token is all that follows `#` in the link. It moves from the address bar into this tab's own storage, so that it
 * survives a reload and stands in no history, screenshot, query or log.
 */
export function takeToken(from: { location: Location; history: History }): string | undefined {
  const { location, history } = from;
  const token = location.hash.slice(1);
  if (token === "") return remembered();
  if (remember(token)) history.replaceState(null, "", location.pathname + location.search);
  return token;
}

/** The id of the session that a token belongs to: the part before its first dot. */
export function sessionOf(token: string): string {
  return token.split(".", 1)[0] ?? token;
}

function remember(token: string): boolean {
  try {
    sessionStorage.setItem(KEY, token);
    return true;
  } catch {
    // Without storage the address bar is the only place that survives a reload.
    return false;
  }
}

function remembered(): string | undefined {
  try {
    return sessionStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}
