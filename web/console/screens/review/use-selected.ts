import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

/** The words that are selected within a part of the page; they stay when a button takes the selection away. */
export function useSelected(part: RefObject<HTMLElement | null>): string {
  const [selected, setSelected] = useState("");
  useEffect(() => {
    const look = () => {
      const selection = document.getSelection();
      const within = part.current?.contains(selection?.anchorNode ?? null);
      const words = selection?.toString().trim() ?? "";
      if (within && words !== "") setSelected(words);
    };
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, []);
  return selected;
}
