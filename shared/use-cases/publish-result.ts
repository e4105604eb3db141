import type { Ports } from "./ports.ts";

/** Hands the events of a scored session to the outside. They stand already; this only makes it soon. */
export const publishResult =
  (ports: Pick<Ports, "delivery">) =>
  async (input: { session: string }): Promise<void> =>
    ports.delivery.wake(input.session);
