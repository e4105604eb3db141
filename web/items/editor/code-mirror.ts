import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  indentUnit,
  StreamLanguage,
  syntaxHighlighting,
} from "@codemirror/language";
import { javascript, typescript } from "@codemirror/legacy-modes/mode/javascript";
import { pgSQL } from "@codemirror/legacy-modes/mode/sql";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

export type Language = "javascript" | "typescript" | "sql";

export type CodeMirrorHandle = {
  /** Shows a text that came from elsewhere; the editor's own text stays as it is. */
  show(value: string): void;
  lock(locked: boolean): void;
  focus(selection: { from: number; to: number }): void;
  destroy(): void;
};

export type CodeMirrorOptions = { label: string; language: Language; value: string; changed: (value: string) => void };

const modes = { javascript, typescript, sql: pgSQL };

/** Colours come from the page's properties, which reach into the shadow tree and follow dark and light. */
const theme = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--field)", fontSize: "0.9375rem", borderRadius: "inherit" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.6", minHeight: "19rem", maxHeight: "65vh" },
  ".cm-content": { padding: "0.75rem 0", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 0.875rem" },
  ".cm-gutters": {
    color: "var(--ink-quiet)",
    backgroundColor: "var(--field)",
    border: "none",
    paddingLeft: "0.375rem",
  },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--active-line)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "2px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "var(--selection)",
  },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--selection)", outline: "1px solid var(--line-strong)" },
});

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword], color: "var(--code-keyword)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--code-string)" },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: "var(--code-number)" },
  { tag: tags.comment, color: "var(--code-comment)", fontStyle: "italic" },
  { tag: [tags.definition(tags.variableName), tags.typeName], color: "var(--code-name)" },
]);

/** Mounts into a shadow tree: there the editor's styles are sheets, not style elements, and the strict policy holds. */
export function mountCodeMirror(host: HTMLElement, options: CodeMirrorOptions): CodeMirrorHandle {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const editable = new Compartment();
  const state = EditorState.create({
    doc: options.value,
    extensions: [extensionsFor(options), editable.of(EditorState.readOnly.of(false))],
  });
  const view = new EditorView({ state, root, parent: root });
  return {
    show(value) {
      const shown = view.state.doc.toString();
      if (value !== shown) view.dispatch({ changes: { from: 0, to: shown.length, insert: value } });
    },
    lock: (locked) => view.dispatch({ effects: editable.reconfigure(EditorState.readOnly.of(locked)) }),
    focus({ from, to }) {
      const end = view.state.doc.length;
      view.dispatch({ selection: { anchor: Math.min(from, end), head: Math.min(to, end) } });
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}

function extensionsFor({ label, language, changed }: CodeMirrorOptions): Extension {
  return [
    lineNumbers(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    highlightActiveLine(),
    indentUnit.of("  "),
    keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
    StreamLanguage.define(modes[language]),
    syntaxHighlighting(colours),
    theme,
    EditorView.contentAttributes.of({ "aria-label": label, autocapitalize: "off", spellcheck: "false" }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) changed(update.state.doc.toString());
    }),
  ];
}
