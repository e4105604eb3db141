/** The steps from a playbook's root to a value inside it. */
export type Steps = readonly PropertyKey[];

/** The steps as people read them: `sections[0].items[2].points`; empty for the root. */
export function pathText(steps: Steps): string {
  return steps.map((step, index) => (typeof step === "number" ? `[${step}]` : dotted(String(step), index))).join("");
}

const dotted = (name: string, index: number): string => (index === 0 ? name : `.${name}`);

/** A path inside the value at `base`: both parts as {@link pathText} writes them. */
export function joinPath(base: string, inner: string): string {
  if (base === "" || inner === "") return base + inner;
  return inner.startsWith("[") ? base + inner : `${base}.${inner}`;
}

/** Whether a path is that of a part or lies inside it. */
export const isWithin = (path: string, part: string): boolean =>
  path === part || path.startsWith(`${part}.`) || path.startsWith(`${part}[`);

/** The value at `steps`, `undefined` where there is none. */
export function valueAt(root: unknown, steps: Steps): unknown {
  let value = root;
  for (const step of steps) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}
