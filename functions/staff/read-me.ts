import type { Serve } from "../runtime/operation.ts";

export const serveReadMe = (): Serve<"read-me"> => async (call) => {
  const { caller } = call;
  const { id, kind } = caller;
  const scopes = [...caller.scopes];
  if (caller.kind === "machine") return { id, kind, name: caller.label, label: caller.label, roles: [], scopes };
  const { name, roles, jobs } = caller.person;
  return { id, kind, name, roles: [...roles], scopes, ...(jobs && { jobs: [...jobs] }) };
};
