import type { Handler } from "../listen.ts";
import type { Template } from "../template/template.ts";
import type { HttpApi } from "./api.ts";
import { loadDistribution } from "./distribution.ts";
import { createSite, type SiteFolders } from "./site.ts";

/**
 * API and site on one port. A path goes to the API where the distribution sends it there, or where a route of the API
 * has it; without any site folder everything does.
 */
export function createFront(template: Template, api: HttpApi, folders: SiteFolders): Handler {
  const distribution = loadDistribution(template);
  const site = createSite(folders);
  const hasSite = Object.keys(folders).length > 0;
  return async (message, response) => {
    const path = new URL(message.url ?? "/", "http://local").pathname;
    const behavior = distribution?.behaviorFor(path);
    const isApi = !hasSite || behavior?.origin === "api" || api.hasRouteFor(path);
    if (isApi) await api.handle(message, response);
    else await site.handle(message, response, behavior?.headers ?? {});
  };
}
