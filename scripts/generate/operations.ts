import type { Route } from "#shared/contracts/route.ts";

const HEAD = `// Made from the route table by \`node scripts/generate.ts\`: methods and paths, without the schemas.

`;

/** A module that tells the console method and path of every operation of the staff's zone. */
export function operationsModule(routes: readonly Route[]): string {
  const staff = routes.filter(({ zone }) => zone === "staff");
  const lines = staff.map(({ operation, method, path }) => `  "${operation}": "${method} ${path}",\n`);
  return `${HEAD}export const operations = {\n${lines.join("")}} as const;\n`;
}
