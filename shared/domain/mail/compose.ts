import type { Language } from "../company/settings.ts";
import type { MailKind } from "../errands/errand.ts";
import { htmlOf } from "./html.ts";
import type { Letter, LetterData } from "./letter.ts";
import { TEXTS } from "./texts.ts";

/** A mail's content, once for programs that show HTML and once for all others. */
export type MailContent = { subject: string; text: string; html: string };

const LONGEST_SUBJECT = 180;

export function compose(kind: MailKind, data: LetterData, language: Language): MailContent {
  const letter = TEXTS[language].letters[kind](data);
  const subject = oneLine(letter.subject).slice(0, LONGEST_SUBJECT);
  return { subject, text: textOf(letter), html: htmlOf({ ...letter, subject }, { language, company: data.company }) };
}

/** A time as people read it: day, month in words, hour, and whose clock that is. */
export function timeText(time: string, { language, time_zone }: { language: Language; time_zone: string }): string {
  const format = new Intl.DateTimeFormat(TEXTS[language].locale, {
    timeZone: time_zone,
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  });
  return format.format(new Date(time));
}

/** What people entered must not make a second header. */
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();

function textOf({ greeting, paragraphs, button, facts, closing, reason }: Letter): string {
  const parts = [
    ...(greeting === null ? [] : [greeting]),
    ...paragraphs,
    ...(button === null ? [] : [`${button.label}:\n${button.url}`]),
    ...(facts.length === 0 ? [] : [facts.map(({ name, value }) => `${name}: ${value}`).join("\n")]),
    ...closing,
    `-- \n${reason}`,
  ];
  return `${parts.join("\n\n")}\n`;
}
