import type { JSX } from "preact";
import { useStaffName } from "../api/staff.ts";
import { useMe } from "../me.ts";

/** Somebody who works with the console, by name; by id where the name isn't known. */
export function Person({ id }: { id: string }): JSX.Element {
  const me = useMe();
  const known = useStaffName(id);
  const name = id === me.id ? me.name : known;
  return name ? <span title={id}>{name}</span> : <span class="person-id">{id}</span>;
}
