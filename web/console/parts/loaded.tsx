import type { ComponentChildren, JSX } from "preact";
import { Setback } from "./setback.tsx";
import { Skeleton } from "./skeleton.tsx";

type Query<T> = { data: T | undefined; error: unknown; refetch: () => unknown };

type LoadedProps<T> = {
  of: Query<T>;
  /** What stands there until it is read; of the same size as what comes. */
  waiting?: ComponentChildren;
  children: (data: T) => ComponentChildren;
};

/** What was read, as soon as it is; what is shown stays while it is read anew, also where that fails. */
export function Loaded<T>({ of, waiting, children }: LoadedProps<T>): JSX.Element {
  const { data, error, refetch } = of;
  return (
    <>
      <Setback error={error} again={() => void refetch()} />
      {data !== undefined && children(data)}
      {data === undefined && !error && (waiting ?? <Skeleton lines={4} />)}
    </>
  );
}
