import ipaddr from "ipaddr.js";
import type { AddressPolicy } from "../../ports/webhooks.ts";

export type AddressRules = {
  /** Plain http and any port to this very machine: for the local runtime only. */
  loopback: boolean;
  /** Hosts of our own, which must not call themselves. */
  ownHosts: readonly string[];
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

/** The host of a URL as sockets want it: an IPv6 literal without its brackets. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, "");

/** Whether an address that a host resolved to may be connected to. */
export function mayConnect(host: string, address: string, { loopback }: Pick<AddressRules, "loopback">): boolean {
  return isPublicAddress(address) || (loopback && isLocalHost(host) && isLoopbackAddress(address));
}

const isLocalHost = (host: string): boolean => host === "localhost" || isLoopbackAddress(host);

/**
 * Judges the parsed URL, never its text: WHATWG parsing has already undone every disguise of a literal address.
 * Names are judged by what they look like here, and by what they resolve to when something is sent.
 */
export const addressPolicy = (rules: AddressRules): AddressPolicy => ({
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

function hostRefusal(host: string, { ownHosts }: AddressRules): string | undefined {
  if (ipaddr.isValid(host)) return isPublicAddress(host) ? undefined : "The address is not a public one.";
  if (!host.includes(".") || host.endsWith(".")) return "The host must be a full name, such as hooks.example.com.";
  if (PRIVATE_SUFFIXES.some((suffix) => host.endsWith(suffix))) return "The host is a private name.";
  return ownHosts.includes(host) ? "The host is this service itself." : undefined;
}
