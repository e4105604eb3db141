import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { AnswerOf } from "./api/types.ts";

/** Who is signed in, with roles and, where they are limited to some, jobs. */
export type Me = AnswerOf<"read-me">;

export const MeContext = createContext<Me | undefined>(undefined);

export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error("nobody is signed in");
  return me;
}
