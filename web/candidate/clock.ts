/**
 * The server's time, kept without trusting the device's clock: each answer from the server says between which bounds the
 * difference (server's time − the page's monotonic time, in milliseconds) must lie, and the bounds narrow with every answer.
 */
export type Bounds = { low: number; high: number };

/** When a request left and its answer came, in the page's monotonic milliseconds. */
export type Exchange = { sent: number; received: number };

/** What an answer proves that carries the server's time `at` (epoch milliseconds), known to `precision` milliseconds. */
export function boundsOf(exchange: Exchange, at: number, precision: number): Bounds {
  return { low: at - exchange.received, high: at + precision - exchange.sent };
}

/** Both together; where they contradict each other (the device slept, the server's clock was set) the newer holds. */
export function narrow(known: Bounds | undefined, proof: Bounds): Bounds {
  if (!known) return proof;
  const both = { low: Math.max(known.low, proof.low), high: Math.min(known.high, proof.high) };
  return both.low <= both.high ? both : proof;
}

export type ServerClock = {
  /** Learns from an answer; a time that can't be read teaches nothing. */
  learn(exchange: Exchange, time: { text: string | null; precision: number }): void;
  /** The server's time now, in epoch milliseconds; the device's before anything was learnt. */
  now(): number;
};

export function createClock(monotonic: () => number, device: () => number): ServerClock {
  let bounds: Bounds | undefined;
  return {
    learn(exchange, { text, precision }) {
      const at = Date.parse(text ?? "");
      if (Number.isFinite(at)) bounds = narrow(bounds, boundsOf(exchange, at, precision));
    },
    now: () => (bounds ? monotonic() + (bounds.low + bounds.high) / 2 : device()),
  };
}
