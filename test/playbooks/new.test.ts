import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { createPlaybook } from "#scripts/playbook/commands/new.ts";
import { loadPlaybook } from "#scripts/playbook/load.ts";
import { playbookJudge } from "#shared/use-cases/check-playbook.ts";
import { folderWith } from "#test/builders/sources.ts";

const { folder, remove } = folderWith({ "full/notes.txt": "mine" });
vi.spyOn(console, "log").mockImplementation(() => undefined);
afterEach(remove);

/** The new playbook runs no code, so that it needs no sandbox. */
const sandbox = { run: () => Promise.reject(new Error("nothing was to be run")) };

test("a new playbook is named after its folder, sound as it stands, and known to editors", async () => {
  await expect(createPlaybook([join(folder, "full")])).rejects.toThrow("isn't empty");
  await expect(createPlaybook([join(folder, "2026")])).rejects.toThrow("makes no name");

  const made = join(folder, "Order Desk 2");
  expect(await createPlaybook([made])).toBe(true);
  const { authored, source } = loadPlaybook(made);
  expect(authored).toMatchObject({ id: "order-desk-2", title: "Order desk 2", version: 1 });
  expect(await playbookJudge({ sandbox })(source.value, source.numberText)).toEqual({ playbook: authored });

  const [, schema] = /\$schema=(\S+)/.exec(readFileSync(join(made, "playbook.yaml"), "utf8"))!;
  expect(existsSync(resolve(made, schema!))).toBe(true);
});
