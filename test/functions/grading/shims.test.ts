import { describe, expect, test } from "vitest";
import { base64Bytes, base64Text, utf8Bytes, utf8Text } from "#functions/grading/javascript/guest/shims/text.ts";
import { URLSearchParams as ShimParams, URL as ShimUrl } from "#functions/grading/javascript/guest/shims/url.ts";
import { requireShim } from "#functions/grading/javascript/guest/shims.ts";
import { SHIM_EXPORTS } from "#functions/grading/javascript/shim-modules.ts";

test.each(Object.entries(SHIM_EXPORTS))("%s has everything that can be imported from it by name", (module, names) => {
  const shim = requireShim(module) as Record<string, unknown>;
  for (const name of names) expect(shim[name], name).toBeDefined();
});

test("modules that the sandbox doesn't have are refused by name", () => {
  for (const module of ["fs", "node:child_process", "__proto__", "toString"])
    expect(() => requireShim(module)).toThrow(`Cannot find module '${module}'`);
});

describe("texts and bytes agree with Node's", () => {
  test.each(["", "a", "äöü €", "👩‍💻", "\ud800x", "a+b/c=?"])("%j", (text) => {
    const bytes = [...Buffer.from(text.toWellFormed())];
    expect(utf8Bytes(text)).toEqual(bytes);
    expect(utf8Text(bytes)).toBe(text.toWellFormed());
    expect(base64Text(bytes)).toBe(Buffer.from(bytes).toString("base64"));
    expect(base64Bytes(base64Text(bytes))).toEqual(bytes);
  });
});

describe("addresses agree with Node's", () => {
  test.each(["https://User:pw@Example.com:443/a/../b?x=1&y=a+b#h", "http://localhost:3000", "https://a.b/?q=%C3%A4"])(
    "%s",
    (address) => {
      const [ours, theirs] = [new ShimUrl(address), new URL(address)];
      for (const part of ["protocol", "username", "host", "port", "pathname", "hash", "origin"] as const)
        expect(ours[part], part).toBe(theirs[part]);
      expect([...ours.searchParams]).toEqual([...theirs.searchParams]);
    },
  );

  test("queries are written as Node writes them", () => {
    const pairs = { "a b": "ä&=", plain: "1-2_3.4*5~" };
    expect(new ShimParams(pairs).toString()).toBe(new URLSearchParams(pairs).toString());
  });
});
