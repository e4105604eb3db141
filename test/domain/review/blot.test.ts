import { describe, expect, test } from "vitest";
import { withoutName } from "#shared/domain/review/blot.ts";

const will = { name: "Will Mäkinen", email: "will@example.com" };
const ada = { name: "Ada Example", email: "ada.example@example.com" };

describe("an answer for a blind reader", () => {
  test.each([
    ["the whole name in any case", ada, "I am ADA example.", "I am █."],
    ["an e-mail address", ada, "Write to Ada.Example@example.com!", "Write to █!"],
    ["an account that tells the name", ada, "github: ada.example", "github: █"],
    ["a part of the name, as written or in capitals", ada, "Ada here, ADA there", "█ here, █ there"],
    ["a signature in small letters", ada, "Best,\nada", "Best,\n█"],
    ["letters with marks, however they are encoded", will, "Ma\u0308kinen wrote", "█ wrote"],
  ])("has no %s", (_, candidate, answer, blotted) => {
    const seen = String(withoutName(answer, candidate));
    expect(seen.replace(/█+/g, "█")).toBe(blotted);
    expect(seen).toHaveLength(answer.normalize("NFC").length);
  });

  test("keeps words that only look like a part of the name", () => {
    expect(withoutName("It will be live; adamant.", will)).toBe("It will be live; adamant.");
    expect(withoutName("adamant", ada)).toBe("adamant");
  });

  test("is blotted in every part of it", () => {
    expect(withoutName({ a: ["Ada"], b: 1, c: null }, ada)).toEqual({ a: ["███"], b: 1, c: null });
  });

  test("stays as it is where nobody is known", () => {
    expect(withoutName("Ada", null)).toBe("Ada");
  });
});
