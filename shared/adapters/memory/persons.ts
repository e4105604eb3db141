import type { Persons } from "../../ports/persons.ts";
import { normalAddress } from "../normal-address.ts";

export function memoryPersons(): Persons & { all: Map<string, string> } {
  /** Addresses by session. */
  const all = new Map<string, string>();
  const sessionsOf = (address: string | undefined) =>
    [...all].flatMap(([session, own]) => (own === address ? [session] : []));
  return {
    all,
    note: async (session, email) => void all.set(session, normalAddress(email)),
    sessionsOf: async (email) => sessionsOf(normalAddress(email)).sort(),
    others: async (session) =>
      sessionsOf(all.get(session))
        .filter((other) => other !== session)
        .sort(),
    forget: async (session) => void all.delete(session),
  };
}
