import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Scope } from "#shared/contracts/route.ts";

/** Who is signed in, and what they may do. */
export type Me = {
  id: string;
  kind: "machine" | "person";
  name?: string | null;
  roles?: string[];
  scopes: string[];
  jobs?: string[] | null;
};

export const MeContext = createContext<Me | undefined>(undefined);

export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error("nobody is signed in");
  return me;
}

/** Whether the person may do what takes this scope; what they may not do isn't offered. */
export function useMay(scope: Scope): boolean {
  return useMe().scopes.includes(scope);
}
