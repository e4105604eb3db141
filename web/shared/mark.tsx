import type { JSX } from "preact";

/** A drop on a touchstone. */
export function Mark(): JSX.Element {
  return (
    <svg class="brand-mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <rect x="2" y="2" width="20" height="20" rx="6" />
      <path d="M7.2 16.6 12 6.6l4.8 10M9.1 13.4h5.8" />
    </svg>
  );
}
