import type { Route } from "#shared/contracts/route.ts";
import { Refusal } from "#shared/domain/foundation/refusal.ts";
import type { Link } from "../exchange.ts";

/**
 * Finds the row of the route table that the gateway chose. What it had no route for is an unknown path, or a known one
 * with another method.
 */
export function findRoute(own: readonly Route[], all: readonly Route[]): Link {
  const byKey = new Map(own.map((route) => [`${route.method} ${route.path}`, route]));
  return {
    before: ({ event }) => {
      const route = byKey.get(event.routeKey);
      if (!route) throw unknown(event.rawPath, all);
      event.exchange.route = route;
      event.exchange.parameters = knowable(definedOnly(event.pathParameters ?? {}));
    },
  };
}

/** No id is that long, and the tables take no longer key. */
const LONGEST_PARAMETER = 200;

function knowable(parameters: { [name: string]: string }): { [name: string]: string } {
  if (Object.values(parameters).every(({ length }) => length <= LONGEST_PARAMETER)) return parameters;
  throw new Refusal("not_found", "There is nothing at this path.");
}

function unknown(path: string, all: readonly Route[]): Refusal {
  const methods = all.filter((route) => fits(path, route.path)).map(({ method }) => method);
  if (methods.length === 0) return new Refusal("not_found", "There is nothing at this path.");
  const allow = [...new Set(methods)].join(", ");
  return new Refusal("method_not_allowed", `This path answers to ${allow}.`, { data: { allow } });
}

function fits(path: string, template: string): boolean {
  const [given, wanted] = [path.split("/"), template.split("/")];
  return (
    given.length === wanted.length &&
    wanted.every((part, at) => (part.startsWith("{") ? given[at] !== "" : part === given[at]))
  );
}

const definedOnly = (values: { [name: string]: string | undefined }): { [name: string]: string } =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined));
