import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";

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

/** A drop on a touchstone. */
function Mark(): JSX.Element {
  return (
    <svg class="brand-mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <rect x="2" y="2" width="20" height="20" rx="6" />
      <path d="M7.2 16.6 12 6.6l4.8 10M9.1 13.4h5.8" />
    </svg>
  );
}

let firstScreen = true;

/** The screen's heading. It takes the focus when the screen replaces another, so that nobody is left where nothing is. */
export function Heading({ children, of, id }: { children: ComponentChildren; of?: string; id?: string }): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!firstScreen) {
      heading.current?.focus({ preventScroll: true });
      scrollTo({ top: 0 });
    }
    firstScreen = false;
  }, [of]);
  return (
    <h1 ref={heading} id={id} tabIndex={-1}>
      {children}
    </h1>
  );
}
