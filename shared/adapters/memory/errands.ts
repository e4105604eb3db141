import type { Errand } from "../../domain/errands/errand.ts";
import { sameJson } from "../../domain/foundation/json.ts";
import type { Errands } from "../../ports/errands.ts";

export function memoryErrands(): Errands & { all: Map<string, Errand> } {
  const all = new Map<string, Errand>();
  return {
    all,
    async create(errand) {
      if (all.has(errand.id)) return false;
      all.set(errand.id, errand);
      return true;
    },
    read: async (id) => all.get(id),
    async replace(known, next) {
      if (!sameJson(all.get(known.id) ?? null, known)) return false;
      all.set(next.id, next);
      return true;
    },
    due: async (now, limit) =>
      [...all.values()]
        .filter(({ due_at }) => due_at !== null && due_at <= now)
        .slice(0, limit)
        .map(({ id }) => id),
  };
}
