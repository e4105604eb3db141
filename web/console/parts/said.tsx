import type { JSX } from "preact";

/** Somebody's words. Who writes them down often brings quotation marks along; then none are put around them. */
export const Said = ({ text }: { text: string }): JSX.Element =>
  /[“”"«»„]/u.test(text) ? <span>{text}</span> : <q>{text}</q>;
