import type { LetterData } from "#shared/domain/mail/letter.ts";

/** What a mail tells of, with characters that HTML and headers take for their own. */
export const letterData = (changes: Partial<LetterData> = {}): LetterData => ({
  company: "Nordlicht & Söhne <GmbH>",
  name: "Zoë O'Connor",
  title: "Back-end developer",
  minutes: "30",
  link: "https://assay.example/take/#ses_01M82FV2A4GM0MK0A8S36ZHCVG.OufH9ohD4xOWyDvPC9jeqfMmvCR5u4DP9JpO4hAVHZY",
  expires: "6 December 2026 at 20:40 UTC",
  submitted: "1 December 2026 at 09:00 UTC",
  session: "ses_01M82FV2A4GM0MK0A8S36ZHCVG",
  endpoint: "whe_1",
  cause: "failing",
  since: "1 December 2026 at 09:00 UTC",
  until: "6 December 2026 at 09:00 UTC",
  ...changes,
});
