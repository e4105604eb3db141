import type { Serve } from "../runtime/operation.ts";

export const serveReadMe =
  (): Serve<"read-me"> =>
  async ({ caller }) => ({
    id: caller.id,
    kind: caller.kind,
    label: caller.label,
    scopes: [...caller.scopes],
  });
