const directives = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self' data:",
  "connect-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "require-trusted-types-for": "'script'",
  "trusted-types": "'none'",
};

/**
 * What the pages may load and do: their own files and their own origin's API, no inline script or style, no markup from
 * text. `header: false` leaves out what browsers take from a header only.
 */
export function contentSecurityPolicy({ header }: { header: boolean }): string {
  const all = header ? { ...directives, "frame-ancestors": "'none'" } : directives;
  return Object.entries(all)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}
