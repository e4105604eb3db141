import { describe, expect, test } from "vitest";
import { SCOPES } from "#shared/contracts/route.ts";
import { atsSettingsBody } from "#shared/contracts/shapes/settings.ts";
import { createEndpointBody } from "#shared/contracts/shapes/webhook.ts";
import { ATS_NAMES } from "#shared/domain/ats/order.ts";
import { connectionView, STANDARD_SETTINGS } from "#shared/domain/company/settings.ts";
import { EVENT_TYPES } from "#shared/domain/events/event.ts";
import { bodyOf, draftOf } from "#web/console/screens/settings/ats/draft.ts";
import { SYSTEMS } from "#web/console/screens/settings/ats/systems.ts";
import { linesOf, numberOf, pairsOf, pairsText } from "#web/console/screens/settings/forms/lines.ts";
import { SCOPE_GROUPS } from "#web/console/screens/settings/keys/scopes.ts";
import { FAMILIES, patternsWords, toggled } from "#web/console/screens/settings/webhooks/patterns.ts";

test("every scope is explained, once", () => {
  const explained = SCOPE_GROUPS.flatMap(({ scopes }) => scopes.map(([scope]) => scope));
  expect(explained.sort()).toEqual([...SCOPES].sort());
});

test("every system that may be connected has its steps", () => {
  expect(SYSTEMS.map(({ name }) => name)).toEqual([...ATS_NAMES]);
});

describe("the choice of events", () => {
  test("offers every event but the ping, family by family, in patterns that the service takes", () => {
    expect(FAMILIES.flatMap(({ types }) => types).sort()).toEqual(EVENT_TYPES.filter((type) => type !== "ping").sort());
    const events = FAMILIES.map(({ pattern }) => pattern);
    expect(createEndpointBody.safeParse({ url: "https://example.com", events }).success).toBe(true);
  });

  test("lets a family stand for its members, and nothing beside everything", () => {
    expect(toggled(["session.scored", "flag.raised"], "session.*", true)).toEqual(["flag.raised", "session.*"]);
    expect(toggled(["flag.raised"], "flag.raised", false)).toEqual([]);
    expect(toggled(["*"], "flag.raised", true)).toEqual(["flag.raised"]);
  });

  test("is told in a few words", () => {
    expect(patternsWords(["*"])).toBe("Everything");
    expect(patternsWords(["session.*", "flag.raised"])).toBe("all of sessions, flag.raised");
  });
});

describe("fields of several lines", () => {
  test("give what stands on them", () => {
    expect(linesOf(" a@example.com \n\n b@example.com\n")).toEqual(["a@example.com", "b@example.com"]);
    const pairs = { "Technical test": "back-end-developer", "a = b": "clerk" };
    expect(pairsOf(pairsText(pairs))).toEqual(pairs);
    expect(pairsOf("no sign")).toEqual({ "no sign": "" });
  });

  test("a number may be left out, and what is none is refused by the service", () => {
    expect([numberOf("48"), numberOf(" "), numberOf("x")]).toEqual([48, null, Number.NaN]);
  });
});

describe("a connection's form", () => {
  const { generic, greenhouse } = STANDARD_SETTINGS.ats;

  test("sends what is saved as it is, and keeps the credential that it doesn't know", () => {
    const { has_credential: _, ...saved } = connectionView(greenhouse);
    expect(bodyOf(draftOf({ ...saved, has_credential: true }))).toEqual(saved);
    expect(atsSettingsBody.safeParse(bodyOf(draftOf(connectionView(generic)))).success).toBe(true);
  });

  test("replaces or forgets the credential where that is asked", () => {
    const draft = draftOf(connectionView(greenhouse));
    expect(bodyOf({ ...draft, credential: "new" })).toMatchObject({ credential: "new" });
    expect(bodyOf({ ...draft, forget_credential: true })).toMatchObject({ credential: null });
  });

  test("makes a mapping once something of it is filled in", () => {
    const draft = draftOf(connectionView(generic));
    expect(bodyOf(draft).mapping).toBeNull();
    const filled = {
      ...draft,
      key: "$.id",
      stage: "$.stage",
      name: "$.name",
      email: "$.email",
      playbooks: "Test = clerk",
    };
    expect(bodyOf(filled).mapping).toEqual({
      ...{ key: "$.id", stage: "$.stage", name: "$.name", email: "$.email", external_id: null },
      ...{ playbooks: { Test: "clerk" }, metadata: {} },
    });
    expect(atsSettingsBody.safeParse(bodyOf(filled)).success).toBe(true);
  });
});
