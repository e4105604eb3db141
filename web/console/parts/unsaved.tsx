import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Dialog } from "./dialog.tsx";

/** Asks before somebody leaves what they have typed and not saved: by a link of the console, or with the page. */
export function Unsaved({ when }: { when: boolean }): JSX.Element | null {
  const [asked, ask] = useState<string>();
  useEffect(() => {
    if (!when) return;
    const stayWithPage = (event: BeforeUnloadEvent) => event.preventDefault();
    const stayHere = (event: MouseEvent) => {
      const way = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
      if (!way || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      ask(way.hash);
    };
    addEventListener("beforeunload", stayWithPage);
    document.addEventListener("click", stayHere, { capture: true });
    return () => {
      removeEventListener("beforeunload", stayWithPage);
      document.removeEventListener("click", stayHere, { capture: true });
    };
  }, [when]);
  if (asked === undefined) return null;
  const leave = () => {
    ask(undefined);
    location.hash = asked;
  };
  return (
    <Dialog title="Leave without saving?" close={() => ask(undefined)} closeWord="Stay">
      <p>What you changed here isn't saved yet. If you leave, it is gone.</p>
      <button type="button" class="button button-danger" onClick={leave}>
        Leave
      </button>
    </Dialog>
  );
}
