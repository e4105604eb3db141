import type { JSX } from "preact";
import { AREAS, type Change, EFFECTS, longTexts } from "./meaning.ts";

/** Changes by what they can lead to, and within that by what they concern. */
export const ChangeGroups = ({ changes }: { changes: readonly Change[] }): JSX.Element => (
  <>
    {EFFECTS.map(({ effect, title, meaning }) => {
      const own = changes.filter((change) => change.effect === effect);
      return (
        own.length > 0 && (
          <section key={effect} class="panel change-group">
            <h2>
              {title} <span class="count figures">{own.length}</span>
            </h2>
            <p class="hint">{meaning}</p>
            {[...Map.groupBy(own, ({ area }) => area)].map(([area, found]) => (
              <Area key={area} title={AREAS[area]} changes={found} />
            ))}
          </section>
        )
      );
    })}
  </>
);

const Area = ({ title, changes }: { title: string; changes: readonly Change[] }): JSX.Element => (
  <div class="change-area">
    <h3>{title}</h3>
    <ul>
      {changes.map((change) => (
        <li key={`${change.path} ${change.text}`}>
          <p>{change.text}</p>
          <Texts change={change} />
        </li>
      ))}
    </ul>
  </div>
);

function Texts({ change }: { change: Change }): JSX.Element | null {
  const texts = longTexts(change);
  if (!texts) return null;
  return (
    <details>
      <summary>Before and after</summary>
      <div class="sides">
        <Side title="Before" text={texts.before} />
        <Side title="After" text={texts.after} />
      </div>
    </details>
  );
}

const Side = ({ title, text }: { title: string; text: string }): JSX.Element => (
  <div>
    <p class="hint">{title}</p>
    <p class="as-written">{text || "–"}</p>
  </div>
);
