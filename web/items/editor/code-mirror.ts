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
import { Annotation, Compartment, EditorState, type Extension } from "@codemirror/state";
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

/**
 * Typing over a selection is done by the editor. Left to the browser it would merge the lines with inline styles of its
 * own making, which the policy refuses. What is replaced is what the browser says: of a selection made a moment ago the
 * editor has not yet heard.
 */
const typeOverSelection = EditorView.domEventHandlers({
  beforeinput(event, view) {
    if (event.inputType !== "insertText" || !event.data || view.state.readOnly) return false;
    const { from, to } = targetOf(event, view);
    if (from === to) return false;
    event.preventDefault();
    const insert = view.state.toText(event.data);
    view.dispatch({
      changes: { from, to, insert },
      selection: { anchor: from + insert.length },
      userEvent: "input.type",
      scrollIntoView: true,
    });
    return true;
  },
});

function targetOf(event: InputEvent, view: EditorView): { from: number; to: number } {
  const [target] = event.getTargetRanges();
  if (!target || !view.contentDOM.contains(target.startContainer)) return view.state.selection.main;
  return {
    from: view.posAtDOM(target.startContainer, target.startOffset),
    to: view.posAtDOM(target.endContainer, target.endOffset),
  };
}

/** Mounts into a shadow tree: there the editor's styles are sheets, not style elements, and the strict policy holds. */
export function mountCodeMirror(host: HTMLElement, options: CodeMirrorOptions): CodeMirrorHandle {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const editable = new Compartment();
  const echoes = createEchoes();
  const state = EditorState.create({
    doc: options.value,
    extensions: [
      extensionsFor(options),
      reporting(options.changed, echoes),
      editable.of(EditorState.readOnly.of(false)),
    ],
  });
  const view = new EditorView({ state, root, parent: root });
  return {
    show(value) {
      if (echoes.hears(value) || value === view.state.doc.toString()) return;
      const changes = { from: 0, to: view.state.doc.length, insert: value };
      view.dispatch({ changes, annotations: fromOutside.of(true) });
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

function extensionsFor({ label, language }: CodeMirrorOptions): Extension {
  return [
    lineNumbers(),
    history(),
    drawSelection({ cursorBlinkRate: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 1_200 }),
    indentOnInput(),
    bracketMatching(),
    highlightActiveLine(),
    indentUnit.of("  "),
    typeOverSelection,
    keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
    StreamLanguage.define(modes[language]),
    syntaxHighlighting(colours),
    theme,
    EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0", autocapitalize: "off", spellcheck: "false" }),
  ];
}

const fromOutside = Annotation.define<boolean>();

function reporting(changed: (value: string) => void, echoes: Echoes): Extension {
  return EditorView.updateListener.of((update) => {
    if (!update.docChanged || update.transactions.some((each) => each.annotation(fromOutside))) return;
    const value = update.state.doc.toString();
    echoes.say(value);
    changed(value);
  });
}

type Echoes = { say(value: string): void; hears(value: string): boolean };

/**
 * What the editor reported comes back as the value to show, perhaps after more was typed. Such an echo must not be
 * written over what stands there by now; any other value comes from outside.
 */
function createEchoes(): Echoes {
  let said: string[] = [];
  return {
    say: (value) => void said.push(value),
    hears(value) {
      const place = said.indexOf(value);
      said = place < 0 ? [] : said.slice(place + 1);
      return place >= 0;
    },
  };
}
