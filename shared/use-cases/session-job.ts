import type { Ports } from "./ports.ts";

/** The reference of a session's job; null where it has none, undefined where there is no such session. */
export const sessionJob =
  (ports: Pick<Ports, "index">) =>
  async (session: string): Promise<string | null | undefined> =>
    (await ports.index.head(session))?.job;
