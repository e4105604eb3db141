import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

const SAID = 2_500;

type CopyProps = { text: string; label?: string };

/** Puts a text on the clipboard, and says so; where that isn't allowed, says that instead. */
export function CopyButton({ text, label = "Copy" }: CopyProps): JSX.Element {
  const [outcome, setOutcome] = useState<"copied" | "refused">();
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(undefined), SAID);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setOutcome("copied"),
      () => setOutcome("refused"),
    );
  return (
    <>
      <button type="button" class="button button-quiet copy" onClick={() => void copy()}>
        {outcome === "copied" ? "Copied" : label}
      </button>
      <span class="unseen" role="status">
        {outcome === "copied" && "Copied."}
        {outcome === "refused" && "The browser doesn't let this page copy. Please select the text instead."}
      </span>
    </>
  );
}
