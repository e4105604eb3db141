import { fileURLToPath } from "node:url";
import { loadPlaybook } from "#scripts/playbook/load.ts";
import type { AnyItem } from "#shared/domain/grading/schemas.ts";
import type { Playbook } from "#shared/domain/playbook/schema.ts";

const FOLDER = fileURLToPath(new URL("../../docs/guides/examples/bookkeeper", import.meta.url));

/** The authoring guide's example: small, sound, without code. Each call gives a copy that may be changed. */
export const examplePlaybook = (): Playbook<AnyItem> => structuredClone(EXAMPLE);

const EXAMPLE = loadPlaybook(FOLDER).playbook;
