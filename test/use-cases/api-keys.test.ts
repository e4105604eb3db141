import { describe, expect, test } from "vitest";
import { authenticateMachine } from "#shared/use-cases/authenticate-machine.ts";
import { createApiKey } from "#shared/use-cases/create-api-key.ts";
import { listApiKeys } from "#shared/use-cases/list-api-keys.ts";
import { revokeApiKey } from "#shared/use-cases/revoke-api-key.ts";
import { desk } from "#test/builders/desk.ts";

const asked = { label: "The ATS", scopes: ["sessions:read"], actor: "deployment" };

describe("an API key", () => {
  test("lets its holder in, with its scopes", async () => {
    const at = await desk();
    const { id, key } = await createApiKey(at)(asked);
    expect(key).toMatch(/^ask_[\w-]{43}$/);
    expect(await authenticateMachine(at)({ key })).toEqual({ id, label: "The ATS", scopes: ["sessions:read"] });
  });

  test("is kept as its hash alone", async () => {
    const at = await desk();
    const { key } = await createApiKey(at)(asked);
    const stored = JSON.stringify([await at.apiKeys.list(), await at.journal.read("org")]);
    expect(stored).not.toContain(key);
    expect(stored).toContain(at.identity.digest(key));
  });

  test("may do no more than whoever makes it", async () => {
    const at = await desk();
    const granted = ["sessions:read", "keys:write"];
    const create = createApiKey(at);
    await expect(create({ ...asked, scopes: ["sessions:write"], granted })).rejects.toMatchObject({
      code: "forbidden",
      data: { scope: "sessions:write" },
    });
    expect(await create({ ...asked, granted })).toMatchObject({ scopes: ["sessions:read"], revoked_at: null });
  });

  test("is listed without what it is sent with", async () => {
    const at = await desk();
    const made = await createApiKey(at)(asked);
    const { data } = await listApiKeys(at)();
    const { key: _, ...shown } = made;
    expect(data).toEqual([shown]);
  });

  test("that never was can't be revoked", async () => {
    const at = await desk();
    const revoking = revokeApiKey(at)({ id: "key_nobody", actor: "deployment" });
    await expect(revoking).rejects.toMatchObject({ code: "key_not_found" });
  });

  test("lets nobody in once it is revoked", async () => {
    const at = await desk();
    const { id, key } = await createApiKey(at)(asked);
    await revokeApiKey(at)({ id, actor: "deployment" });
    await expect(authenticateMachine(at)({ key })).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("leaves its making and its end in the organisation's journal, once each", async () => {
    const at = await desk();
    const { id } = await createApiKey(at)(asked);
    await revokeApiKey(at)({ id, actor: "deployment" });
    await revokeApiKey(at)({ id, actor: "deployment" });
    const entries = await at.journal.read("org");
    expect(entries.map(({ kind, payload }) => [kind, (payload as { key: string }).key])).toEqual([
      ["api_key.created", id],
      ["api_key.revoked", id],
    ]);
  });
});
