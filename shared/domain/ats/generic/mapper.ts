import { Refusal } from "../../foundation/refusal.ts";
import { externalId, metadataOf, nameFrom, type OrderRequest } from "../order.ts";
import { type Mapping, valueAtPath } from "./mapping.ts";

const EMAIL = /^[^\s@"]{1,64}@[^\s@".]+(?:\.[^\s@".]+)+$/u;
const LONGEST_EMAIL = 254;

/**
 * The order in a "stage changed" webhook; undefined where nothing is ordered at that stage.
 *
 * @throws Refusal `invalid_request` that names every path at which nothing fit stands
 */
export function genericOrder(body: unknown, mapping: Mapping): OrderRequest | undefined {
  const text = (path: string): string | undefined => {
    const value = valueAtPath(body, path);
    return typeof value === "string" || typeof value === "number" ? String(value).trim() || undefined : undefined;
  };
  const stage = text(mapping.stage);
  const playbook =
    stage !== undefined && Object.hasOwn(mapping.playbooks, stage) ? mapping.playbooks[stage] : undefined;
  if (playbook === undefined) return undefined;
  const [key, email] = [text(mapping.key), text(mapping.email)];
  const isAddress = email !== undefined && EMAIL.test(email) && email.length <= LONGEST_EMAIL;
  if (key === undefined || !isAddress) throw unfit(mapping, { key: key !== undefined, email: isAddress });
  const members = Object.entries(mapping.metadata).map(([member, path]) => [member, text(path)]);
  return {
    ats: "generic",
    key: `${key} ${playbook}`,
    playbook,
    candidate: {
      name: nameFrom(text(mapping.name)),
      email,
      ...externalId(mapping.external_id && text(mapping.external_id)),
    },
    metadata: metadataOf(Object.fromEntries(members)),
    callback: {},
  };
}

function unfit(mapping: Mapping, fits: { key: boolean; email: boolean }): Refusal {
  const violations = (["key", "email"] as const)
    .filter((field) => !fits[field])
    .map((field) => ({ path: mapping[field], message: `holds no ${field}` }));
  return new Refusal("invalid_request", "The body lacks what the mapping in the settings looks for.", { violations });
}
