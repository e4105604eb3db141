import type { ComponentChildren, JSX } from "preact";
import { useEffect } from "preact/hooks";
import { Heading } from "../../shared/heading.tsx";

type PageProps = {
  /** The heading, and what the window is called. */
  title: string;
  /** The way here, without the page itself: label and address (`#/sessions`). */
  crumbs?: readonly (readonly [label: string, href: string])[];
  /** Beside the heading: what can be done here. */
  actions?: ComponentChildren;
  /** Under the heading: a line that says what this is. */
  about?: ComponentChildren;
  children: ComponentChildren;
};

/** One screen: its name for window and focus, where it lies, what can be done, and its content. */
export function Page({ title, crumbs = [], actions, about, children }: PageProps): JSX.Element {
  useEffect(() => {
    document.title = `${title} · Assay`;
  }, [title]);
  return (
    <div class="page">
      {crumbs.length > 0 && <Crumbs crumbs={crumbs} />}
      <div class="page-head">
        <div class="page-name">
          <Heading>{title}</Heading>
          {about && <div class="page-about">{about}</div>}
        </div>
        {actions && <div class="page-actions">{actions}</div>}
      </div>
      {children}
    </div>
  );
}

const Crumbs = ({ crumbs }: Required<Pick<PageProps, "crumbs">>): JSX.Element => (
  <nav class="crumbs" aria-label="Where this is">
    <ol>
      {crumbs.map(([label, href]) => (
        <li key={href}>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ol>
  </nav>
);
