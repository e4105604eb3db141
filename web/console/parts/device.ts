/** A place on this device for what isn't at the service yet; `put` is false where the browser keeps nothing. */
export type DevicePlace<T> = { get(): T | undefined; put(value: T): boolean; remove(): void };

/** @param name unique to what is kept: `card:ses_1:per_ada` */
export function devicePlace<T>(name: string): DevicePlace<T> {
  const key = `assay:${name}`;
  return {
    get: () => attempt(() => JSON.parse(localStorage.getItem(key) ?? "null") as T | null) ?? undefined,
    put: (value) => attempt(() => localStorage.setItem(key, JSON.stringify(value)) === undefined) ?? false,
    remove: () => void attempt(() => localStorage.removeItem(key)),
  };
}

/** Undefined where the browser forbids it, the place is full or what stands there is no JSON. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
