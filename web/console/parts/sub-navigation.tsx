import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";

type SubNavigationProps = {
  /** What the places are parts of, for those who don't see it. */
  label: string;
  /** The address above them: `/sessions/ses_1`. */
  base: string;
  places: readonly { path: string; label: string }[];
  /** The path of the place that is shown. */
  at: string;
};

/** Between the parts of one thing; where they don't all fit, the one that is shown is in sight. */
export function SubNavigation({ label, base, places, at }: SubNavigationProps): JSX.Element {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [at]);
  return (
    <nav class="sub-navigation" aria-label={label}>
      <ul ref={list}>
        {places.map(({ path, label: word }) => (
          <li key={path}>
            <a href={`#${base}${path && `/${path}`}`} aria-current={path === at ? "page" : undefined}>
              {word}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
