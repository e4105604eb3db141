import type { LocatedViolation } from "#shared/authoring/source.ts";

/** The page that stands in for the candidate's while the playbook can't be shown. */
export const violationsPage = (violations: readonly LocatedViolation[]): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>The playbook has ${violations.length} violation(s)</title>
    <link rel="stylesheet" href="/preview/violations.css">
    <script type="module" src="/preview/reload.js"></script>
  </head>
  <body>
    <h1>The playbook can’t be shown yet</h1>
    <p>${violations.length} violation(s). This page goes on by itself as soon as the files are right.</p>
    <ol>
${violations.map(entry).join("\n")}
    </ol>
  </body>
</html>
`;

const entry = ({ file, line, path, message, remedy }: LocatedViolation): string => `      <li>
        <p><b>${escaped(file)}:${line}</b> <code>${escaped(path || "the whole file")}</code></p>
        <p>${escaped(message)}</p>${remedy ? `\n        <p class="remedy">→ ${escaped(remedy)}</p>` : ""}
      </li>`;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign]!);
