import { noteSignIn } from "#shared/use-cases/note-sign-in.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveReadMe = (ports: PortsOf<typeof noteSignIn>): Serve<"read-me"> => {
  const note = noteSignIn(ports);
  return async ({ caller }) => {
    const { id, kind } = caller;
    const scopes = [...caller.scopes];
    if (caller.kind === "machine") return { id, kind, name: caller.label, label: caller.label, roles: [], scopes };
    const { roles, jobs } = caller.person;
    const { name } = await note(caller);
    return { id, kind, name, roles: [...roles], scopes, ...(jobs && { jobs: [...jobs] }) };
  };
};
