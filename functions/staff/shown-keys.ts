import type { Call } from "../runtime/operation.ts";

const WITH_KEYS = ["admin", "author", "reviewer", "auditor"];

/** Whether the caller may know what is right: whoever only invites and decides needs no keys. */
export const seesKeys = ({ caller }: Pick<Call<"read-playbook">, "caller">): boolean =>
  caller.kind === "machine" || caller.person.roles.some((role) => WITH_KEYS.includes(role));
