import ipaddr from "ipaddr.js";
import type { AddressPolicy } from "../../ports/webhooks.ts";

export type AddressRules = {
  /** Plain http and any port to this very machine: for the local runtime only. */
  loopback: boolean;
  /** Hosts of our own, which must not call themselves. */
  ownHosts: readonly string[];
  /** Private networks (CIDR) that webhooks may reach; none but for companies whose receivers stand inside. */
  networks: readonly string[];
};

const PORTS: ReadonlySet<string> = new Set(["", "443", "8443"]);
const PRIVATE_SUFFIXES = [".local", ".internal", ".localhost"];

/** Public unicast and nothing else; IPv4 inside IPv6 counts as what it stands for. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast";
}

/** This very machine. */
const isLoopbackAddress = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === "loopback";

/** What a company's own networks are made of. The rest, such as this machine and its link, can't be allowed. */
const PRIVATE_RANGES: ReadonlySet<string> = new Set(["private", "uniqueLocal", "carrierGradeNat"]);

function isAllowedNetwork(address: string, networks: readonly string[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (!PRIVATE_RANGES.has(parsed.range())) return false;
  return networks.map((network) => ipaddr.parseCIDR(network)).some((network) => isWithin(parsed, network));
}

function isWithin(address: ipaddr.IPv4 | ipaddr.IPv6, [network, bits]: [ipaddr.IPv4 | ipaddr.IPv6, number]): boolean {
  return address.kind() === network.kind() && address.match(network, bits);
}

/** The host of a URL as sockets want it: an IPv6 literal without its brackets. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, "");

/** Whether an address that a host resolved to may be connected to. */
export function mayConnect(
  host: string,
  address: string,
  { loopback, networks }: Pick<AddressRules, "loopback" | "networks">,
): boolean {
  if (isPublicAddress(address) || isAllowedNetwork(address, networks)) return true;
  return loopback && isLocalHost(host) && isLoopbackAddress(address);
}

const isLocalHost = (host: string): boolean => host === "localhost" || isLoopbackAddress(host);

/**
 * Judges the parsed URL, never its text: WHATWG parsing has already undone every disguise of a literal address.
 * Names are judged by what they look like here, and by what they resolve to when something is sent.
 */
export const addressPolicy = (rules: AddressRules): AddressPolicy => ({
  allowed: rules.networks,
  refusal: (text) => {
    if (!URL.canParse(text)) return "The address is no URL.";
    const url = new URL(text);
    if (url.username || url.password) return "The address must not hold a user name or a password.";
    if (url.hash || text.includes("#")) return "The address must not hold a fragment.";
    if (rules.loopback && isLocalHost(hostOf(url))) return undefined;
    if (url.protocol !== "https:") return "The address must begin with https:.";
    if (!PORTS.has(url.port)) return "The address must use the port 443 or 8443.";
    return hostRefusal(hostOf(url), rules);
  },
});

function hostRefusal(host: string, { ownHosts, networks }: AddressRules): string | undefined {
  if (ipaddr.isValid(host)) {
    const allowed = isPublicAddress(host) || isAllowedNetwork(host, networks);
    return allowed ? undefined : "The address is not a public one.";
  }
  if (!host.includes(".") || host.endsWith(".")) return "The host must be a full name, such as hooks.example.com.";
  if (networks.length === 0 && PRIVATE_SUFFIXES.some((suffix) => host.endsWith(suffix)))
    return "The host is a private name.";
  return ownHosts.includes(host) ? "The host is this service itself." : undefined;
}
