import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";

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
