import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { CodeMirrorHandle, Language } from "./code-mirror.ts";

type Props = {
  id: string;
  label: string;
  language: Language;
  value: string;
  change: (value: string) => void;
  locked: boolean;
};

/** Chosen once, kept while the page lives: who prefers the plain editor prefers it in every task. */
let prefersPlain = false;

/** A textarea from the first moment; the code editor takes its place when it has loaded, unless the plain one is wanted. */
export function CodeEditor(props: Props): JSX.Element {
  const [plain, setPlain] = useState(prefersPlain);
  const [rich, setRich] = useState(false);
  const choosePlain = (chosen: boolean) => {
    prefersPlain = chosen;
    setPlain(chosen);
    setRich(false);
  };
  return (
    <div class="editor">
      <p class="hint phone-word">
        Code is slow work on a phone. You may open your link on a computer now and go on there: what you have typed is
        saved, and the clock is the same.
      </p>
      <div class="editor-bar">
        <label class="toggle">
          <input type="checkbox" checked={plain} onChange={(event) => choosePlain(event.currentTarget.checked)} />
          Plain editor
        </label>
        <p id={`${props.id}-keys`} class="hint">
          {rich ? "Tab indents. Esc, then Tab, moves on." : "Tab moves on."}
        </p>
      </div>
      {!rich && <PlainEditor {...props} />}
      {!plain && <RichEditor key={props.language} {...props} shown={rich} ready={() => setRich(true)} />}
    </div>
  );
}

function PlainEditor({ id, label, value, change, locked }: Props): JSX.Element {
  return (
    <textarea
      id={id}
      class="input editor-plain"
      aria-label={label}
      aria-describedby={`${id}-keys`}
      rows={14}
      spellcheck={false}
      autocapitalize="off"
      autocomplete="off"
      wrap="off"
      readOnly={locked}
      value={value}
      onInput={(event) => change(event.currentTarget.value)}
    />
  );
}

type RichProps = Props & { shown: boolean; ready: () => void };

function RichEditor(props: RichProps): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const handle = useRef<CodeMirrorHandle | undefined>(undefined);
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    let gone = false;
    // Where the editor can't be loaded the textarea simply stays.
    const loaded = import("./code-mirror.ts").catch(() => undefined);
    void loaded.then((module) => {
      if (gone || !module || !host.current) return;
      const { id, label, language } = latest.current;
      const taken = takeSelection(id);
      handle.current = module.mountCodeMirror(host.current, {
        label: `${label}. Tab indents; press Escape, then Tab, to move on.`,
        language,
        value: latest.current.value,
        changed: (value) => latest.current.change(value),
      });
      latest.current.ready();
      if (taken) handle.current.focus(taken);
    });
    return () => {
      gone = true;
      handle.current?.destroy();
    };
  }, []);
  useEffect(() => handle.current?.show(props.value), [props.value]);
  useEffect(() => handle.current?.lock(props.locked), [props.locked, props.shown]);
  return <div ref={host} class="editor-rich" hidden={!props.shown} />;
}

/** Who is typing already goes on at the same place in the other editor. */
function takeSelection(id: string): { from: number; to: number } | undefined {
  const area = document.activeElement;
  if (!(area instanceof HTMLTextAreaElement) || area.id !== id) return undefined;
  return { from: area.selectionStart, to: area.selectionEnd };
}
