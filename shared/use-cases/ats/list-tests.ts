import type { Ports } from "../ports.ts";

/** One test that an ATS may order: a playbook in its latest version. */
export type Test = { id: string; name: string };

/** Every playbook once, by its title. */
export const listTests = (ports: Pick<Ports, "playbooks">) => async (): Promise<Test[]> => {
  const latest = new Map<string, { version: number; title: string }>();
  for (const { id, version, title } of await ports.playbooks.list()) {
    if ((latest.get(id)?.version ?? 0) < version) latest.set(id, { version, title });
  }
  const tests = [...latest].map(([id, { title }]) => ({ id, name: title }));
  return tests.sort((a, b) => (a.name < b.name ? -1 : 1));
};
