import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { systemIdentity } from "#shared/adapters/system/identity.ts";
import { canonicalJson } from "#shared/domain/foundation/json.ts";
import { checkPlaybook } from "#shared/use-cases/check-playbook.ts";
import { resolvePlaybook, shippedPlaybooks } from "../playbook/load.ts";
import { withSandbox } from "../playbook/sandbox.ts";

const FILE = path.join(import.meta.dirname, "../../.build/proven.json");

export type ShippedPlaybook = { playbook: ReturnType<typeof resolvePlaybook>["authored"]; digest: string };

/** A playbook that comes with the product, with the digest under which it would be published. */
export function shipped(id: string): ShippedPlaybook {
  const { authored: playbook } = resolvePlaybook(id);
  return { playbook, digest: systemIdentity.digest(canonicalJson(playbook)) };
}

const provenDigests = (): string[] => (existsSync(FILE) ? JSON.parse(readFileSync(FILE, "utf8")) : []);

/** Whether the keys of exactly this playbook were proven on this machine, so that a start needn't do it again. */
export const isProven = ({ digest }: ShippedPlaybook): boolean => provenDigests().includes(digest);

/** Proves the keys of every shipped playbook that isn't proven yet. @throws Error for one that is not sound */
export async function proveShipped(): Promise<void> {
  const open = shippedPlaybooks()
    .map(shipped)
    .filter((each) => !isProven(each));
  if (open.length === 0) return;
  await withSandbox(async (sandbox) => {
    for (const { playbook } of open) {
      const { valid, violations } = await checkPlaybook({ sandbox })({ playbook });
      if (!valid)
        throw new Error(`${playbook.id} is not sound: ${violations.map(({ message }) => message).join("; ")}`);
    }
  });
  mkdirSync(path.dirname(FILE), { recursive: true });
  writeFileSync(FILE, JSON.stringify([...provenDigests(), ...open.map(({ digest }) => digest)]));
}
