import { SYSTEM } from "../../domain/session/actors.ts";
import type { Identity } from "../../ports/identity.ts";
import type { UndeliverableAddresses } from "../../ports/mail.ts";
import { organisationLog } from "../organisation-log.ts";
import type { Ports } from "../ports.ts";

export type BouncePorts = Pick<Ports, "journal" | "identity" | "clock"> & { undeliverable: UndeliverableAddresses };

/** A mail that came back, or that its reader complained of. */
export type Bounce = { addresses: string[]; stream: string; errand: string; reason: "bounce" | "complaint" };

/** Writes no more to addresses that mail comes back from. The journal tells of the mail, never of the address. */
export const noteBounce = (ports: BouncePorts) => {
  const record = organisationLog(ports);
  return async ({ addresses, stream, errand, reason }: Bounce): Promise<void> => {
    const at = ports.clock.now();
    const digests = addresses.map((address) => addressDigest(ports.identity, address));
    const added = await Promise.all(digests.map((digest) => ports.undeliverable.add(digest, at)));
    if (!added.includes(true)) return;
    await record({ kind: "mail.bounced", at, actor: SYSTEM, payload: { stream, mail: errand, reason } });
  };
};

/** An address as it is remembered: readable for nobody, the same however it is written. */
export const addressDigest = ({ digest }: Pick<Identity, "digest">, address: string): string =>
  digest(`mail ${address.trim().toLowerCase()}`);
