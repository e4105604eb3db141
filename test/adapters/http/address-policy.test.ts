import { describe, expect, test } from "vitest";
import { addressPolicy, isPublicAddress, mayConnect } from "#shared/adapters/http/address-policy.ts";

const policy = addressPolicy({ loopback: false, networks: [], ownHosts: ["api.assay.example.com"] });
const local = addressPolicy({ loopback: true, networks: [], ownHosts: [] });

describe("an address that events may be sent to", () => {
  test.each([
    "https://hooks.example.com/in",
    "https://hooks.example.com:8443/in?tenant=7",
    "https://93.184.216.34/in",
    "https://[2606:2800:220:1:248:1893:25c8:1946]/in",
  ])("%s is allowed", (url) => expect(policy.refusal(url)).toBeUndefined());

  test.each([
    ["plain http", "http://hooks.example.com/"],
    ["another protocol", "ftp://hooks.example.com/"],
    ["a user name", "https://ada@hooks.example.com/"],
    ["a password", "https://ada:secret@hooks.example.com/"],
    ["a fragment", "https://hooks.example.com/#x"],
    ["an empty fragment", "https://hooks.example.com/#"],
    ["another port", "https://hooks.example.com:22/"],
    ["no dot", "https://hooks/"],
    ["localhost", "https://localhost/"],
    ["a name under localhost", "https://a.localhost/"],
    ["a dot at the end", "https://hooks.example.com./"],
    ["localhost with a dot", "https://localhost./"],
    [".local", "https://printer.local/"],
    [".internal", "https://metadata.google.internal/"],
    ["our own host", "https://API.assay.example.com/"],
    ["no URL", "not an address"],
  ])("%s is refused with a sentence", (_, url) => expect(policy.refusal(url)).toMatch(/\.$/));

  test.each([
    "127.0.0.1",
    "127.1",
    "0x7f.1",
    "2130706433",
    "017700000001",
    "１２７.0.0.1",
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "192.0.0.1",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "[::]",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:10.0.0.1]",
    "[fe80::1]",
    "[fc00::1]",
    "[fd00:ec2::254]",
    "[2001:db8::1]",
    "[3fff::1]",
    "[100::1]",
    "[64:ff9b::7f00:1]",
    "[64:ff9b:1::1]",
    "[2002:7f00:1::]",
    "[2001::1]",
    "[5f00::1]",
    "[ff02::1]",
  ])("https://%s/ is not public", (host) => expect(policy.refusal(`https://${host}/`)).toBeDefined());
});

describe("in local mode", () => {
  test.each(["http://127.0.0.1:4000/in", "http://localhost:4000/in", "http://[::1]:4000/"])("%s is allowed", (url) =>
    expect(local.refusal(url)).toBeUndefined(),
  );

  test.each(["http://hooks.example.com/", "https://10.0.0.1/", "http://169.254.169.254/"])(
    "%s is refused all the same",
    (url) => expect(local.refusal(url)).toBeDefined(),
  );

  test("only a host that names this machine may resolve to it", () => {
    expect(mayConnect("localhost", "127.0.0.1", { loopback: true, networks: [] })).toBe(true);
    expect(mayConnect("hooks.example.com", "127.0.0.1", { loopback: true, networks: [] })).toBe(false);
    expect(mayConnect("localhost", "127.0.0.1", { loopback: false, networks: [] })).toBe(false);
    expect(mayConnect("localhost", "10.0.0.1", { loopback: true, networks: [] })).toBe(false);
  });
});

describe("where a company lets webhooks into its own network", () => {
  const networks = ["10.20.0.0/16", "fd12:3456::/32"];
  const inside = addressPolicy({ loopback: false, networks, ownHosts: [] });

  test.each(["https://10.20.1.2/in", "https://[fd12:3456::7]/in", "https://ats.corp.internal/in"])(
    "%s is allowed",
    (url) => expect(inside.refusal(url)).toBeUndefined(),
  );

  test.each(["https://10.21.0.1/", "https://192.168.1.1/", "https://[fd00:ec2::254]/", "http://10.20.1.2/"])(
    "%s is refused all the same",
    (url) => expect(inside.refusal(url)).toBeDefined(),
  );

  test("a name may resolve into it, and nowhere else that is private", () => {
    expect(mayConnect("ats.corp.internal", "10.20.9.9", { loopback: false, networks })).toBe(true);
    expect(mayConnect("ats.corp.internal", "10.9.9.9", { loopback: false, networks })).toBe(false);
  });

  test("neither this machine nor its link can be let in", () => {
    const everything = ["0.0.0.0/0", "::/0"];
    for (const address of ["127.0.0.1", "169.254.169.254", "::1", "fe80::1", "0.0.0.0", "64:ff9b::a00:1"]) {
      expect(mayConnect("ats.example.com", address, { loopback: false, networks: everything })).toBe(false);
    }
  });

  test("it is off unless somebody turns it on", () => expect(policy.allowed).toEqual([]));
});

test("what is no address is not public", () => expect(isPublicAddress("example.com")).toBe(false));
