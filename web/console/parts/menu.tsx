import type { JSX } from "preact";
import { useRef } from "preact/hooks";

type MenuProps = { label: string; choices: readonly (readonly [word: string, choose: () => void])[] };

/** Choices behind one button; closes with a choice, with Escape, and when the focus goes elsewhere. */
export function Menu({ label, choices }: MenuProps): JSX.Element {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => menu.current?.removeAttribute("open");
  const leave = (event: FocusEvent) => {
    if (!menu.current?.contains(event.relatedTarget as Node | null)) close();
  };
  const comeBack = () => {
    close();
    menu.current?.querySelector("summary")?.focus();
  };
  return (
    <details ref={menu} class="menu" onFocusOut={leave} onKeyDown={(event) => event.key === "Escape" && comeBack()}>
      <summary class="button button-quiet">{label}</summary>
      <ul class="menu-choices">
        {choices.map(([word, choose]) => (
          <li key={word}>
            <button
              type="button"
              onClick={() => {
                comeBack();
                choose();
              }}
            >
              {word}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
