import { type Person, personOf } from "../domain/staff/person.ts";
import type { Ports } from "./ports.ts";

/**
 * Who calls with an access token.
 *
 * @throws Refusal `unauthenticated`, `forbidden` for whoever has no role, `unavailable` where the issuer can't be asked
 */
export const authenticateStaff =
  (ports: Pick<Ports, "staffTokens" | "signIn">) =>
  async (input: { token: string }): Promise<Person> =>
    personOf(await ports.staffTokens.verify(input.token), ports.signIn.rules);
