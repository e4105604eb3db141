import { fileURLToPath } from "node:url";
import { loadPlaybook } from "#scripts/playbook/load.ts";
import type { AnyItem } from "#shared/domain/grading/schemas.ts";
import type { AuthoredPlaybook } from "#shared/domain/playbook/schema.ts";

const FOLDER = fileURLToPath(new URL("./drawing", import.meta.url));

/** A small playbook with pools and variants. Each call gives a copy that may be changed. */
export const drawingPlaybook = (): AuthoredPlaybook<AnyItem> => structuredClone(DRAWING);

const DRAWING = loadPlaybook(FOLDER).authored;
