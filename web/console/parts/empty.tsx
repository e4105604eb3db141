import type { ComponentChildren, JSX } from "preact";

/** Where there is nothing: why, and what to do about it. */
export const Empty = ({ title, children }: { title: string; children?: ComponentChildren }): JSX.Element => (
  <div class="empty">
    <p class="empty-title">{title}</p>
    {children}
  </div>
);
