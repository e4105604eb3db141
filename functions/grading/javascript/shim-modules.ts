/** What each of the harness's modules exports by name (see `guest/shims.ts`; a test holds the two together). */
export const SHIM_EXPORTS: Record<string, string[]> = {
  events: ["EventEmitter", "once"],
  assert: [
    "ok",
    "equal",
    "notEqual",
    "deepEqual",
    "notDeepEqual",
    "strictEqual",
    "deepStrictEqual",
    "throws",
    "rejects",
    "match",
    "fail",
    "AssertionError",
  ],
  "assert/strict": ["ok", "equal", "notEqual", "deepEqual", "notDeepEqual", "throws", "rejects"],
  util: ["inspect", "format", "promisify", "inherits", "isDeepStrictEqual", "types"],
  buffer: ["Buffer"],
  url: ["URL", "URLSearchParams"],
  timers: ["setTimeout", "setInterval", "setImmediate", "clearTimeout", "clearInterval", "clearImmediate", "promises"],
  "timers/promises": ["setTimeout", "setImmediate"],
};

/** The source of a module that a program imports; of one that the sandbox doesn't have: a source that says so. */
export function moduleSource(name: string): string {
  const names = SHIM_EXPORTS[name.replace(/^node:/, "")];
  const shim = `const shim = require(${JSON.stringify(name)});\nexport default shim;\n`;
  return names ? `${shim}export const { ${names.join(", ")} } = shim;\n` : shim;
}
