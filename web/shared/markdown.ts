/** The light Markdown of prompts: paragraphs, lists, fenced code, inline code, strong, emphasis. Nothing else is markup. */
export type Inline = { kind: "text" | "code" | "strong" | "emphasis"; text: string };
export type Block =
  | { kind: "paragraph"; content: Inline[] }
  | { kind: "heading"; content: Inline[] }
  | { kind: "list"; ordered: boolean; items: Inline[][] }
  | { kind: "code"; text: string };

const BULLET = /^\s{0,3}[-*+]\s+(.*)$/;
const NUMBER = /^\s{0,3}\d{1,3}[.)]\s+(.*)$/;
const FENCE = /^\s{0,3}```/;
const HEADING = /^#{1,6}\s+(.*)$/;
const INLINE = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*|(?<![\p{L}\p{N}])_([^_]+)_(?![\p{L}\p{N}])/gu;

export function parseInline(text: string): Inline[] {
  const found: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > end) found.push({ kind: "text", text: text.slice(end, match.index) });
    found.push(marked(match));
    end = match.index + match[0].length;
  }
  if (end < text.length) found.push({ kind: "text", text: text.slice(end) });
  return found;
}

function marked([, code, strong, star, underscore]: RegExpExecArray): Inline {
  if (code !== undefined) return { kind: "code", text: code };
  if (strong !== undefined) return { kind: "strong", text: strong };
  return { kind: "emphasis", text: star ?? underscore ?? "" };
}

export function parseMarkdown(source: string): Block[] {
  const lines = source.replaceAll("\r\n", "\n").split("\n");
  const blocks: Block[] = [];
  while (lines.length > 0) {
    if (lines[0]?.trim() === "") lines.shift();
    else blocks.push(takeBlock(lines));
  }
  return blocks;
}

/** Takes the lines of one block off the front. */
function takeBlock(lines: string[]): Block {
  const first = lines[0] ?? "";
  if (FENCE.test(first)) return takeCode(lines);
  const heading = HEADING.exec(first);
  if (heading) {
    lines.shift();
    return { kind: "heading", content: parseInline(heading[1] ?? "") };
  }
  if (BULLET.test(first)) return takeList(lines, BULLET);
  if (NUMBER.test(first)) return takeList(lines, NUMBER);
  return takeParagraph(lines);
}

function takeCode(lines: string[]): Block {
  lines.shift();
  const end = lines.findIndex((line) => FENCE.test(line));
  const body = lines.splice(0, end < 0 ? lines.length : end);
  lines.shift();
  return { kind: "code", text: body.join("\n") };
}

function takeList(lines: string[], marker: RegExp): Block {
  const items: string[] = [];
  while (lines.length > 0 && lines[0]?.trim() !== "") {
    const line = lines[0] ?? "";
    const item = marker.exec(line);
    if (!item && startsBlock(line)) break;
    if (item) items.push(item[1] ?? "");
    else items.push(`${items.pop() ?? ""} ${line.trim()}`);
    lines.shift();
  }
  return { kind: "list", ordered: marker === NUMBER, items: items.map(parseInline) };
}

function takeParagraph(lines: string[]): Block {
  const taken = [lines.shift() ?? ""];
  while (lines.length > 0 && lines[0]?.trim() !== "" && !startsBlock(lines[0] ?? "")) taken.push(lines.shift() ?? "");
  return { kind: "paragraph", content: parseInline(taken.map((line) => line.trim()).join(" ")) };
}

function startsBlock(line: string): boolean {
  return [FENCE, BULLET, NUMBER, HEADING].some((pattern) => pattern.test(line));
}
