import { useEffect, useState } from "preact/hooks";
import type { Json } from "#shared/domain/foundation/json.ts";
import { equal } from "../../../../shared/equal.ts";

export type Draft<T> = {
  value: T;
  /** Changes some members. */
  set: (members: Partial<T>) => void;
  dirty: boolean;
  reset: () => void;
};

/** What is being filled in, beside what is saved; what is saved anew replaces it. */
export function useDraft<T extends { [member: string]: Json }>(saved: T): Draft<T> {
  const [value, setValue] = useState(saved);
  const text = JSON.stringify(saved);
  useEffect(() => setValue(saved), [text]);
  return {
    value,
    set: (members) => setValue({ ...value, ...members }),
    dirty: !equal(value, saved),
    reset: () => setValue(saved),
  };
}
