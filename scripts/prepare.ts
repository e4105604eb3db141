import { ensureEngines } from "./meter/main.ts";
import { prepareSite, prepareTemplates } from "./start/prepared.ts";
import { proveShipped } from "./start/proven.ts";

/*
 * Runs once after `npm ci`: builds what every start and test stands on, so that the first start is as quick as any other.
 */
await ensureEngines();
await Promise.all([prepareTemplates("source"), prepareSite(), proveShipped()]);
