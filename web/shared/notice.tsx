import type { ComponentChildren, JSX } from "preact";

/** Something to know (`note`) or something that went wrong (`setback`), with a sign beside the colour. */
export function Notice({ kind, children }: { kind: "note" | "setback"; children: ComponentChildren }): JSX.Element {
  return (
    <div class={`notice is-${kind}`} role={kind === "setback" ? "alert" : undefined}>
      <span class="notice-sign" aria-hidden="true">
        {kind === "setback" ? "!" : "i"}
      </span>
      <div>{children}</div>
    </div>
  );
}
