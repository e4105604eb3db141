import type { Json } from "../../foundation/json.ts";

/** Where a generic webhook's body holds an order's fields. */
export type Mapping = {
  /** What the ATS knows the request by, usually the application's id. */
  key: string;
  /** The stage that the candidate came to. */
  stage: string;
  name: string;
  email: string;
  external_id: string | null;
  /** Which playbook is ordered at which stage; other stages order nothing. */
  playbooks: { [stage: string]: string };
  /** Further members of the session's metadata. */
  metadata: { [member: string]: string };
};

/** `$.a.b[0].c`, as far as JSON paths name one place. */
export const PATH = /^\$(?:\.[A-Za-z_][\w-]*|\[\d{1,4}\])+$/;

const STEP = /\.([A-Za-z_][\w-]*)|\[(\d+)\]/g;

/** The value at a path, `undefined` where there is none. */
export function valueAtPath(root: unknown, path: string): Json | undefined {
  let value = root;
  for (const [, name, index] of path.matchAll(STEP)) {
    const key = name ?? Number(index);
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as { [key: string | number]: unknown })[key];
  }
  return value as Json | undefined;
}
