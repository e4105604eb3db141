import type { ComponentType, JSX } from "preact";
import { type Later, later } from "../../shared/later.ts";
import { Skeleton } from "./skeleton.tsx";

type Load<Props> = () => Promise<{ default: ComponentType<Props> }>;

const known = new Map<unknown, Later<unknown>>();

/** Each file is loaded once, however often it is shown. */
function laterFor<Props>(load: Load<Props>): Later<Awaited<ReturnType<Load<Props>>>> {
  if (!known.has(load)) known.set(load, later(load));
  return known.get(load) as Later<Awaited<ReturnType<Load<Props>>>>;
}

/** A part that is loaded when it is first shown. `load` must be the same function each time. */
export function Lazy<Props extends object>({ load, props }: { load: Load<Props>; props: Props }): JSX.Element {
  const module = laterFor(load).use();
  return module ? <module.default {...props} /> : <Skeleton lines={6} />;
}
