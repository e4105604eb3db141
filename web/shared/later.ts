import { useEffect, useState } from "preact/hooks";

const RETRY = 2_000;

export type Later<Module> = {
  /** Loads it now, so that it is there when needed. A failure shows only when it is used. */
  ahead(): Promise<void>;
  /** The module once it is there; a component that uses it is drawn again then. */
  use(): Module | undefined;
};

/** A part of the page that is loaded when it is first needed; while the network is away it tries again. */
export function later<Module>(load: () => Promise<Module>): Later<Module> {
  let module: Module | undefined;
  let loading: Promise<void> | undefined;
  const take = (loaded: Module) => {
    module = loaded;
  };
  const giveUp = () => {
    loading = undefined;
  };
  const ahead = () => {
    loading ??= load().then(take, giveUp);
    return loading;
  };
  return { ahead, use: () => useLoaded(ahead, () => module) };
}

function useLoaded<Module>(ahead: () => Promise<void>, module: () => Module | undefined): Module | undefined {
  const [tries, retry] = useState(0);
  useEffect(() => {
    if (module() !== undefined) return;
    const timer = setTimeout(() => void ahead().then(() => retry(tries + 1)), tries === 0 ? 0 : RETRY);
    return () => clearTimeout(timer);
  }, [tries]);
  return module();
}
