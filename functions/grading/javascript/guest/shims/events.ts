type Listener = (...parameters: unknown[]) => void;
type Entry = { listener: Listener; once: boolean };

/** The part of Node's EventEmitter that programs use. */
export class EventEmitter {
  readonly #entries = new Map<PropertyKey, Entry[]>();

  on(event: PropertyKey, listener: Listener): this {
    this.#entries.set(event, [...this.#of(event), { listener, once: false }]);
    return this;
  }

  addListener(event: PropertyKey, listener: Listener): this {
    return this.on(event, listener);
  }

  once(event: PropertyKey, listener: Listener): this {
    this.#entries.set(event, [...this.#of(event), { listener, once: true }]);
    return this;
  }

  off(event: PropertyKey, listener: Listener): this {
    const place = this.#of(event).findLastIndex((entry) => entry.listener === listener);
    if (place >= 0) this.#entries.set(event, this.#of(event).toSpliced(place, 1));
    return this;
  }

  removeListener(event: PropertyKey, listener: Listener): this {
    return this.off(event, listener);
  }

  removeAllListeners(event?: PropertyKey): this {
    if (event === undefined) this.#entries.clear();
    else this.#entries.delete(event);
    return this;
  }

  emit(event: PropertyKey, ...parameters: unknown[]): boolean {
    const entries = this.#of(event);
    if (entries.length === 0 && event === "error") throw parameters[0];
    for (const entry of entries) {
      if (entry.once) this.off(event, entry.listener);
      entry.listener.apply(this, parameters);
    }
    return entries.length > 0;
  }

  listenerCount(event: PropertyKey): number {
    return this.#of(event).length;
  }

  listeners(event: PropertyKey): Listener[] {
    return this.#of(event).map((entry) => entry.listener);
  }

  eventNames(): PropertyKey[] {
    return [...this.#entries.keys()].filter((event) => this.#of(event).length > 0);
  }

  setMaxListeners(): this {
    return this;
  }

  #of(event: PropertyKey): Entry[] {
    return this.#entries.get(event) ?? [];
  }
}

/** Resolves with the parameters of the next `event`. */
export const once = (emitter: EventEmitter, event: PropertyKey): Promise<unknown[]> =>
  new Promise((resolve) => {
    emitter.once(event, (...parameters) => resolve(parameters));
  });

export const events = Object.assign(EventEmitter, { EventEmitter, once, default: EventEmitter });
