import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { type Block, type Inline, parseInline, parseMarkdown } from "./markdown.ts";

/** Light Markdown drawn as elements; nothing in the text can become markup of its own. */
export function Prose({ text }: { text: string }): JSX.Element {
  const blocks = useMemo(() => parseMarkdown(text), [text]);
  return <div class="prose">{blocks.map(drawBlock)}</div>;
}

/** One line of light Markdown, for options and labels. */
export function Line({ text }: { text: string }): JSX.Element {
  return <>{drawInline(parseInline(text))}</>;
}

/** Code to be read; it can be reached and scrolled by keyboard. */
export function CodeBlock({ text, label = "Code" }: { text: string; label?: string }): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section class="code" aria-label={label} tabIndex={0}>
      <pre>
        <code>{text}</code>
      </pre>
    </section>
  );
}

function drawBlock(block: Block): JSX.Element {
  if (block.kind === "code") return <CodeBlock text={block.text} />;
  if (block.kind === "heading") return <p class="prose-heading">{drawInline(block.content)}</p>;
  if (block.kind === "paragraph") return <p>{drawInline(block.content)}</p>;
  const items = block.items.map((item) => <li>{drawInline(item)}</li>);
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

function drawInline(content: Inline[]): (JSX.Element | string)[] {
  return content.map(({ kind, text }) => {
    if (kind === "code") return <code>{text}</code>;
    if (kind === "strong") return <strong>{text}</strong>;
    return kind === "emphasis" ? <em>{text}</em> : text;
  });
}
