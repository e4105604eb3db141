import type { ComponentChildren, JSX } from "preact";
import { useEffect } from "preact/hooks";
import { Mark } from "../../shared/mark.tsx";

type FrameProps = {
  /** What the window is called on this screen. */
  title: string;
  /** The assessment's name, beside the mark. */
  about?: string;
  /** What stands at the right of the bar: the clock, how saving goes. */
  aside?: ComponentChildren;
  children: ComponentChildren;
};

/** The page around every screen: the way past the bar, the bar, the main part. */
export function Frame({ title, about, aside, children }: FrameProps): JSX.Element {
  useEffect(() => {
    document.title = `${title} · Assay`;
  }, [title]);
  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById("main")?.focus()}>
        Skip to the content
      </button>
      <header class="bar">
        <div class="bar-inside">
          <span class="brand">
            <Mark />
            <span class="brand-name">Assay</span>
          </span>
          {about && <span class="bar-about">{about}</span>}
          {aside && <div class="bar-aside">{aside}</div>}
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
