const directives = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self' data:",
  "base-uri": "'none'",
  "form-action": "'none'",
  "require-trusted-types-for": "'script'",
  "trusted-types": "'none'",
};

/**
 * What the pages may load and do: their own files and their own origin's API, no inline script or style, no markup from
 * text. `header: false` leaves out what browsers take from a header only; `connect` are other origins that it may ask.
 */
export function contentSecurityPolicy({
  header,
  connect = [],
}: {
  header: boolean;
  connect?: readonly string[];
}): string {
  const own = { ...directives, "connect-src": ["'self'", ...connect].join(" ") };
  const all = header ? { ...own, "frame-ancestors": "'none'" } : own;
  return Object.entries(all)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}
