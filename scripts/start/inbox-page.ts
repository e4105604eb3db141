import type { Message } from "./inbox.ts";
import type { KeptMail } from "./mails.ts";

const ENTITIES: { [character: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);

/** What arrived, the newest first, for people. */
export function inboxPage(messages: readonly Message[], mails: readonly KeptMail[]): string {
  const newestFirst = messages.toReversed();
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Inbox</title>
<style>
  :root { color-scheme: light dark; --line: light-dark(#d5d9e0, #3a404b); --quiet: light-dark(#545b68, #a6adba); --good: light-dark(#11683a, #6fd39b); --bad: light-dark(#a5231c, #ff9d95); }
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
  h1 { font-size: 1.5rem; margin-bottom: 0; } p { color: var(--quiet); margin-top: .25rem; }
  ol { list-style: none; padding: 0; } li { border: 1px solid var(--line); border-radius: .75rem; padding: 1rem; margin: 1rem 0; }
  h2 { font-size: 1rem; margin: 0; font-family: ui-monospace, monospace; } .good { color: var(--good); } .bad { color: var(--bad); }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; font-size: .875rem; color: var(--quiet); margin: .5rem 0 0; } dd { margin: 0; overflow-wrap: anywhere; }
  pre { overflow-x: auto; font-size: .875rem; margin: .75rem 0 0; } summary { cursor: pointer; margin-top: .5rem; }
</style>
</head>
<body>
<h1>Mail</h1>
<p>What would have been sent from this machine; scripts read <code>/mails</code>.</p>
${mails.length === 0 ? "<p>Nothing yet.</p>" : ""}
<ol>
${mails.toReversed().map(mailItem).join("\n")}
</ol>
<h1>Webhooks</h1>
<p>What this machine's demo endpoint received. Reload to see more; scripts read <code>/messages</code>.</p>
${newestFirst.length === 0 ? "<p>Nothing yet. Create a session, or take the assessment, and events arrive here.</p>" : ""}
<ol>
${newestFirst.map(messageItem).join("\n")}
</ol>
</body>
</html>
`;
}

const mailItem = ({ id, sent_at, to, subject, text }: KeptMail): string => `<li>
<h2><a href="/mail/${escapeHtml(id)}">${escapeHtml(subject)}</a></h2>
<dl><dt>sent</dt><dd>${escapeHtml(sent_at)}</dd><dt>to</dt><dd>${escapeHtml(to.join(", "))}</dd></dl>
<details><summary>Text</summary><pre>${escapeHtml(text)}</pre></details>
</li>`;

function messageItem({ received_at, headers, body, verified, problem }: Message): string {
  const verdict = verified
    ? '<strong class="good">✓ signature verified</strong>'
    : `<strong class="bad">✗ not verified: ${escapeHtml(problem ?? "")}</strong>`;
  return `<li>
<h2>${escapeHtml(typeOf(body))}</h2>
${verdict}
<dl><dt>received</dt><dd>${escapeHtml(received_at)}</dd>${Object.entries(headers)
    .map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`)
    .join("")}</dl>
<details><summary>Body</summary><pre>${escapeHtml(indented(body))}</pre></details>
</li>`;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined; // shown as it came
  }
}

function typeOf(body: string): string {
  const value = parsed(body);
  return value && typeof value === "object" && "type" in value ? String(value.type) : "unreadable body";
}

function indented(body: string): string {
  const value = parsed(body);
  return value === undefined ? body : JSON.stringify(value, null, 2);
}
