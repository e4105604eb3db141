import { describe, expect, test } from "vitest";
import { LANGUAGES } from "#shared/domain/company/settings.ts";
import { CANDIDATE_MAILS, STAFF_MAILS } from "#shared/domain/errands/errand.ts";
import { compose, timeText } from "#shared/domain/mail/compose.ts";
import { letterData } from "#test/builders/letter-data.ts";

const everyMail = LANGUAGES.flatMap((language) =>
  [...CANDIDATE_MAILS, ...STAFF_MAILS].map((kind) => [kind, language] as const),
);

describe("a mail", () => {
  test.each(everyMail)("%s in %s says the same as text and as HTML", (kind, language) => {
    const { subject, text, html } = compose(kind, letterData(), language);
    expect(subject.length).toBeGreaterThan(10);
    const shown = html
      .replace(/^[\s\S]*?<body[^>]*>/, "")
      .replaceAll(/<[^>]+>/g, " ")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&#39;", "'")
      .replaceAll("&amp;", "&");
    const words = (from: string) => from.split(/[\s:]+/).filter((word) => /\w{3,}/.test(word));
    expect(words(text).filter((word) => !shown.includes(word))).toEqual([]);
    expect(`${text}${html}`).not.toMatch(/undefined|null|\[object/);
  });

  test("lets nothing that people entered become markup or a header", () => {
    const data = letterData({ name: '<img src=x onerror="alert(1)">', company: "Evil\r\nBcc: all@example.com" });
    const { subject, html } = compose("invitation", data, "en");
    expect(html).not.toContain("<img");
    expect(subject).not.toMatch(/[\r\n]/);
  });

  test("loads nothing and holds no script", () => {
    for (const [kind, language] of everyMail) {
      expect(compose(kind, letterData(), language).html).not.toMatch(/<(?:script|img|link|iframe)|url\(/i);
    }
  });

  test("carries the link in text and HTML where there is something to open", () => {
    for (const kind of ["invitation", "reminder", "extended"] as const) {
      const { text, html } = compose(kind, letterData(), "en");
      expect(text).toContain(letterData().link);
      expect(html).toContain(`href="${letterData().link}"`);
    }
  });
});

test("times are told in the company's zone and language", () => {
  const time = "2026-12-06T20:40:00.000Z";
  expect(timeText(time, { language: "en", time_zone: "UTC" })).toBe("6 December 2026 at 20:40 UTC");
  expect(timeText(time, { language: "de", time_zone: "Europe/Berlin" })).toBe("6. Dezember 2026 um 21:40 MEZ");
});
