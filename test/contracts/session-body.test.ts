import { describe, expect, test } from "vitest";
import { createSessionBody, voidSessionBody } from "#shared/contracts/shapes/session.ts";

const invitation = (candidate: object) =>
  createSessionBody.safeParse({ playbook: "p", candidate: { name: "Ada", email: "ada@example.org", ...candidate } });

describe("an invitation", () => {
  test.each([
    "ada@example.org",
    "ada+jobs@mail.example.co.uk",
    "o'neill&co@example.org",
    "zoë@exämple.de",
    "иван@пример.рф",
    "ada@xn--e1afmkfd.xn--p1ai",
  ])("goes to the address %s", (email) => {
    expect(invitation({ email }).success).toBe(true);
  });

  test.each(["", "ada", "ada@", "@example.org", "ada@localhost", "a b@example.org", "ada@example..org", "a@b@c.org"])(
    "doesn't go to %j",
    (email) => {
      expect(invitation({ email }).success).toBe(false);
    },
  );

  test("names somebody: blanks are no name", () => {
    expect(invitation({ name: " \u00a0\t" }).error?.issues).toMatchObject([{ message: "must not be blank" }]);
    expect(invitation({ name: "" }).error?.issues).toMatchObject([{ code: "too_small" }]);
    expect(invitation({ name: "李" }).success).toBe(true);
  });
});

test("a session isn't voided for a blank reason", () => {
  expect(voidSessionBody.safeParse({ reason: "  " }).success).toBe(false);
});
