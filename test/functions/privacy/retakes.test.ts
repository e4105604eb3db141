import { beforeEach, describe, expect, test } from "vitest";
import type { Json } from "#shared/domain/foundation/json.ts";
import { type Office, office } from "#test/builders/office.ts";
import { markedPlaybook } from "./support.ts";

const DAY = 86_400_000;

describe("sessions of the same person", () => {
  let company: Office;
  beforeEach(async () => {
    const playbook = markedPlaybook();
    const policy = { ...playbook.policy, retake: { after_days: 90 } };
    company = await office({ playbook: { ...playbook, policy }, jobs: { manager: ["ops"] } });
  });

  const invite = (email: string, more: { [member: string]: Json } = {}) =>
    company.person("rec_1")("create-session", {}, { playbook: "small", candidate: { name: "Ada", email }, ...more });
  const begin = async (created: { body: { id: string; url: string } }) => {
    const token = created.body.url.split("#")[1]!;
    await company.ask("start-session", { headers: { authorization: `Bearer ${token}` }, body: { consent: true } });
    return created.body.id;
  };
  const duplicatesOf = async (session: string, person = "rec_1") =>
    (await company.person(person)("read-session", { session })).body.duplicates;

  test("are listed on each of them, whatever way the address is written", async () => {
    const ids = [];
    for (const email of ["ada@example.com", "Ada@Example.COM", " ada@example.com".trim(), "bob@example.com"]) {
      ids.push((await invite(email)).body.id as string);
    }
    const [one, two, three, bob] = ids;
    expect(await duplicatesOf(one!)).toEqual([two, three].sort());
    expect(await duplicatesOf(bob!)).toEqual([]);
    const page = await company.person()("list-sessions");
    expect(page.body.data[0]).not.toHaveProperty("duplicates");
  });

  test("aren't told to a person limited to jobs that they don't belong to", async () => {
    const own = (await invite("ada@example.com", { job: "ops" })).body.id;
    await invite("ada@example.com", { job: "design" });
    const also = (await invite("ada@example.com", { job: "ops" })).body.id;
    expect(await duplicatesOf(own, "manager")).toEqual([also]);
    expect(await duplicatesOf(own)).toHaveLength(2);
  });

  test("are no more known as such once one is erased", async () => {
    const [one, two] = [(await invite("ada@example.com")).body.id, (await invite("ada@example.com")).body.id];
    await company.person("adm_1")("erase-session", { session: two }, { reason: "Asked for." });
    await company.settle(two);
    expect(await duplicatesOf(one)).toEqual([]);
    expect(company.at.persons.all.has(two)).toBe(false);
  });

  test("begin too soon after one another with a reason alone, which stands in the journal", async () => {
    const first = await begin(await invite("ada@example.com"));
    const refused = await invite("ADA@example.com");
    expect(refused).toMatchObject({ status: 409, body: { code: "retake_too_early", earlier_session: first } });
    const started = (await company.person()("read-session", { session: first })).body.started_at;
    expect(Date.parse(refused.body.again_at) - Date.parse(started)).toBe(90 * DAY);
    expect((await invite("ada@example.com", { override: true })).status).toBe(409);
    const reason = "The fire alarm went off.";
    const again = await invite("ada@example.com", { override: true, override_reason: reason });
    expect(again.status).toBe(201);
    const [created] = await company.at.journal.read(again.body.id);
    expect(created!.payload).toMatchObject({ retake: { of: first, reason } });
  });

  test("may begin once the days are over, for another person, and after one that never began or was void", async () => {
    const first = await begin(await invite("ada@example.com"));
    expect((await invite("bob@example.com")).status).toBe(201);
    expect((await invite("bob@example.com")).status).toBe(201);
    await company.person()("void-session", { session: first }, { reason: "Outage." });
    const second = await invite("ada@example.com");
    expect(second.status).toBe(201);
    await begin(second);
    expect((await invite("ada@example.com")).status).toBe(409);
    company.at.clock.advance(90 * DAY);
    expect((await invite("ada@example.com")).status).toBe(201);
  });
});
