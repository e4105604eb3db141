import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

/** Opens everything that is folded while the page is printed, by whatever way, and folds it again. */
function useUnfoldedPrint(): void {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const unfold = () => {
      opened = [...document.querySelectorAll<HTMLDetailsElement>("main details:not([open])")];
      for (const details of opened) details.open = true;
    };
    const fold = () => {
      for (const details of opened) details.open = false;
    };
    addEventListener("beforeprint", unfold);
    addEventListener("afterprint", fold);
    return () => {
      removeEventListener("beforeprint", unfold);
      removeEventListener("afterprint", fold);
    };
  }, []);
}

/** Prints the whole report, nothing folded; browsers save the same as PDF. */
export function PrintButton(): JSX.Element {
  useUnfoldedPrint();
  return (
    <button type="button" class="button button-quiet" onClick={() => print()}>
      Print or save as PDF
    </button>
  );
}
