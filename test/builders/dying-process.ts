/** Where a process ends: at which of its calls of ports, and on which side of that call's effect. */
export type End = { call: number; side: "before" | "after" };

/** What is left of a call when its process ends. */
export class Ended extends Error {
  override readonly name = "Ended";
}

/** A process that ends at one of its calls of ports, and calls none from then on. */
export function dyingProcess(end: End | undefined) {
  let [calls, ended] = [0, false];
  const call = async (effect: () => Promise<unknown>): Promise<unknown> => {
    const isLast = ++calls === end?.call;
    if (ended || (isLast && end?.side === "before")) {
      ended = true;
      throw new Ended();
    }
    const result = await effect();
    if (!isLast) return result;
    ended = true;
    throw new Ended();
  };
  /** The port as this process calls it. */
  const mortal = <P extends object>(port: P): P =>
    new Proxy(port, {
      get(target, member: string) {
        const method = Reflect.get(target, member) as (...parameters: unknown[]) => Promise<unknown>;
        return (...parameters: unknown[]) => call(async () => method.apply(target, parameters));
      },
    });
  return { mortal, hasEnded: () => ended };
}
