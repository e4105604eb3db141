import { operations } from "./api/generated/operations.ts";
import type { StaffOperation } from "./api/types.ts";
import { type Me, useMe } from "./me.ts";

/** Whether somebody may call an operation, by their roles, and by their jobs where they are limited to some. */
export function mayCall({ roles, jobs }: Pick<Me, "roles" | "jobs">, operation: StaffOperation): boolean {
  const entry: { roles?: string; jobs?: true } = operations[operation];
  const taken = entry.roles?.split(" ") ?? roles;
  if (jobs && !entry.jobs) return false;
  return roles.some((role) => taken.includes(role));
}

/** Whether whoever is signed in may call an operation; what they may not do isn't offered. */
export const useMay = (operation: StaffOperation): boolean => mayCall(useMe(), operation);
