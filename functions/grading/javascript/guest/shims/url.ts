import { utf8Bytes } from "./text.ts";

const decode = (text: string): string => decodeURIComponent(text.replace(/\+/g, " "));
const SAFE = /^[A-Za-z0-9*\-._]$/;

function encode(text: string): string {
  return Array.from(text, (character) => {
    if (SAFE.test(character)) return character;
    if (character === " ") return "+";
    return utf8Bytes(character)
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
      .join("");
  }).join("");
}

function readPairs(source: unknown): [string, string][] {
  if (typeof source === "object" && source !== null) {
    const entries = Symbol.iterator in source ? [...(source as Iterable<[unknown, unknown]>)] : Object.entries(source);
    return entries.map(([name, value]) => [String(name), String(value)]);
  }
  const query = String(source ?? "").replace(/^\?/, "");
  return query
    .split("&")
    .filter(Boolean)
    .map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return [decode(name), decode(value.join("="))];
    });
}

/** The web's URLSearchParams, read and written as browsers do. */
export class URLSearchParams {
  #pairs: [string, string][];

  constructor(source?: unknown) {
    this.#pairs = readPairs(source);
  }

  get(name: string): string | null {
    return this.#pairs.find(([each]) => each === name)?.[1] ?? null;
  }

  getAll(name: string): string[] {
    return this.#pairs.filter(([each]) => each === name).map(([, value]) => value);
  }

  has(name: string): boolean {
    return this.#pairs.some(([each]) => each === name);
  }

  append(name: string, value: unknown): void {
    this.#pairs.push([name, String(value)]);
  }

  set(name: string, value: unknown): void {
    const place = this.#pairs.findIndex(([each]) => each === name);
    if (place < 0) this.append(name, value);
    else {
      this.#pairs[place] = [name, String(value)];
      this.#pairs = this.#pairs.filter(([each], index) => each !== name || index === place);
    }
  }

  delete(name: string): void {
    this.#pairs = this.#pairs.filter(([each]) => each !== name);
  }

  sort(): void {
    this.#pairs.sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
  }

  forEach(each: (value: string, name: string) => void): void {
    for (const [name, value] of this.#pairs) each(value, name);
  }

  keys(): IterableIterator<string> {
    return this.#pairs.map(([name]) => name)[Symbol.iterator]();
  }

  values(): IterableIterator<string> {
    return this.#pairs.map(([, value]) => value)[Symbol.iterator]();
  }

  entries(): IterableIterator<[string, string]> {
    return this.#pairs[Symbol.iterator]();
  }

  [Symbol.iterator](): IterableIterator<[string, string]> {
    return this.entries();
  }

  get size(): number {
    return this.#pairs.length;
  }

  toString(): string {
    return this.#pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join("&");
  }
}

const PARTS =
  /^([a-z][a-z0-9+.-]*:)\/\/(?:([^/?#@:]*)(?::([^/?#@]*))?@)?([^/?#:]+)(?::(\d+))?([^?#]*)(\?[^#]*)?(#.*)?$/i;
const DEFAULT_PORTS: Record<string, string> = { "http:": "80", "https:": "443" };

/** Absolute addresses with a host; relative ones only as a path on a base. */
export class URL {
  protocol: string;
  username: string;
  password: string;
  hostname: string;
  port: string;
  pathname: string;
  hash: string;
  readonly searchParams: URLSearchParams;

  constructor(address: string, base?: string) {
    const parts = PARTS.exec(
      base !== undefined && !PARTS.test(address) ? onBase(address, new URL(base)) : String(address),
    );
    if (!parts) throw new TypeError("Invalid URL");
    const [, protocol = "", username = "", password = "", host = "", port = "", path = "", query = "", hash = ""] =
      parts;
    this.protocol = protocol.toLowerCase();
    this.username = username;
    this.password = password;
    this.hostname = host.toLowerCase();
    this.port = DEFAULT_PORTS[this.protocol] === port ? "" : port;
    this.pathname = resolveDots(path || "/");
    this.hash = hash === "#" ? "" : hash;
    this.searchParams = new URLSearchParams(query);
  }

  get host(): string {
    return this.port ? `${this.hostname}:${this.port}` : this.hostname;
  }

  get origin(): string {
    return `${this.protocol}//${this.host}`;
  }

  get search(): string {
    const query = this.searchParams.toString();
    return query ? `?${query}` : "";
  }

  get href(): string {
    const login = this.username ? `${this.username}${this.password ? `:${this.password}` : ""}@` : "";
    return `${this.protocol}//${login}${this.host}${this.pathname}${this.search}${this.hash}`;
  }

  toString(): string {
    return this.href;
  }

  toJSON(): string {
    return this.href;
  }
}

function onBase(address: string, base: URL): string {
  if (address.startsWith("//")) return base.protocol + address;
  if (address.startsWith("/")) return base.origin + address;
  if (address.startsWith("?")) return base.origin + base.pathname + address;
  if (address.startsWith("#")) return base.origin + base.pathname + base.search + address;
  return base.origin + base.pathname.replace(/[^/]*$/, "") + address;
}

function resolveDots(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  const resolved = parts.join("/");
  return resolved.startsWith("/") ? resolved : `/${resolved}`;
}
