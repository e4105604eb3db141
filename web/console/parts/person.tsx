import type { JSX } from "preact";
import { useMe } from "../me.ts";

/** Somebody who works with the console, by name; by id where the name isn't known. */
export function Person({ id }: { id: string }): JSX.Element {
  const me = useMe();
  if (id === me.id && me.name) return <span title={id}>{me.name}</span>;
  return <span class="person-id">{id}</span>;
}
