import type { Letter } from "./letter.ts";

const ENTITIES: { [character: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);

const INK = "#18201d";
const QUIET = "#5c6863";
const FONT = "font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";
const BODY_TEXT = `margin:0 0 16px;${FONT};font-size:16px;line-height:1.55;color:${INK}`;

/** Mail programs know tables and inline styles; nothing is loaded from anywhere. */
export function htmlOf(letter: Letter, { language, company }: { language: string; company: string }): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escapeHtml(letter.subject)}</title>
</head>
<body style="margin:0;padding:0;background:#f6f5f0">
<div style="display:none;max-height:0;overflow:hidden">${escapeHtml(letter.preview)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f6f5f0">
<tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px">
<tr><td style="padding:0 4px 12px;${FONT};font-size:15px;font-weight:600;color:#0f5c50">${escapeHtml(company || "Assay")}</td></tr>
<tr><td style="background:#ffffff;border:1px solid #dedbd1;border-radius:12px;padding:32px">
${contentOf(letter)}
</td></tr>
<tr><td style="padding:16px 4px 0;${FONT};font-size:13px;line-height:1.5;color:${QUIET}">${escapeHtml(letter.reason)}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

function contentOf({ greeting, paragraphs, button, facts, closing }: Letter): string {
  return [
    ...(greeting === null ? [] : [paragraph(greeting)]),
    ...paragraphs.map(paragraph),
    ...(button === null ? [] : [buttonOf(button)]),
    ...(facts.length === 0 ? [] : [factsOf(facts)]),
    ...closing.map(paragraph),
  ].join("\n");
}

const paragraph = (text: string): string => `<p style="${BODY_TEXT}">${escapeHtml(text)}</p>`;

/** The address stands below too: some people can't press a button, some programs break it. */
const buttonOf = ({
  label,
  url,
}: NonNullable<
  Letter["button"]
>): string => `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:24px 0 12px">
<tr><td style="background:#0f5c50;border-radius:8px">
<a href="${escapeHtml(url)}" style="display:inline-block;padding:13px 24px;${FONT};font-size:16px;font-weight:600;color:#ffffff;text-decoration:none">${escapeHtml(label)}</a>
</td></tr>
</table>
<p style="margin:0 0 24px;${FONT};font-size:13px;line-height:1.5;color:${QUIET};word-break:break-all">${escapeHtml(url)}</p>`;

const factsOf = (
  facts: Letter["facts"],
): string => `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 20px">
${facts.map(factRow).join("\n")}
</table>`;

const factRow = ({ name, value }: Letter["facts"][number]): string =>
  `<tr><td style="padding:2px 16px 2px 0;${FONT};font-size:14px;color:${QUIET}">${escapeHtml(name)}</td><td style="padding:2px 0;${FONT};font-size:14px;font-weight:600;color:${INK};overflow-wrap:anywhere;word-break:break-word">${escapeHtml(value)}</td></tr>`;
