import type { JSX } from "preact";

type SubNavigationProps = {
  /** What the places are parts of, for those who don't see it. */
  label: string;
  /** The address above them: `/sessions/ses_1`. */
  base: string;
  places: readonly { path: string; label: string }[];
  /** The path of the place that is shown. */
  at: string;
};

/** Between the parts of one thing. */
export const SubNavigation = ({ label, base, places, at }: SubNavigationProps): JSX.Element => (
  <nav class="sub-navigation" aria-label={label}>
    <ul>
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
