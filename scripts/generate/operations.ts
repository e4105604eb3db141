import type { Route } from "#shared/contracts/route.ts";

const HEAD = `// Made from the route table by \`node scripts/generate.ts\`: methods, paths and roles, without the schemas.

/** Who may call: roles, or everybody; \`jobs\` tells that it answers those who are limited to some jobs. */
type Operation = { route: string; roles?: string; jobs?: true };

`;

/** A module that tells the console method, path and roles of every operation of the staff's zone. */
export function operationsModule(routes: readonly Route[]): string {
  const lines = routes
    .filter(({ zone }) => zone === "staff")
    .map((route) => `  "${route.operation}": ${JSON.stringify(entryFor(route))},\n`);
  return `${HEAD}export const operations = {\n${lines.join("")}} as const satisfies Record<string, Operation>;\n`;
}

function entryFor({ method, path, access, jobs }: Route) {
  const roles = "roles" in access ? { roles: access.roles.join(" ") } : {};
  const answersLimited = jobs !== undefined || path.includes("{session}");
  return { route: `${method} ${path}`, ...roles, ...(answersLimited && { jobs: true }) };
}
