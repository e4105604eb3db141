import type { JSX } from "preact";
import type { StoredAnswer } from "#shared/contracts/shapes/take.ts";
import type { Json } from "#shared/domain/foundation/json.ts";
import type { CandidateItem } from "#shared/domain/grading/contract.ts";
import { sayAnswer } from "#web/items/registry.ts";
import { timeOfDay } from "#web/shared/words.ts";

type Props = {
  item: CandidateItem;
  mine: Json;
  other: StoredAnswer;
  keepMine: () => void;
  takeOther: () => void;
};

/** The same answer was changed in two places. Both are shown; the person chooses. */
export function TwoVersions({ item, mine, other, keepMine, takeOther }: Props): JSX.Element {
  return (
    <section class="versions" aria-labelledby={`versions-${item.id}`}>
      <h2 id={`versions-${item.id}`}>This answer was changed in two places</h2>
      <p>
        Perhaps it is open in another tab or on another device. Nothing is lost: choose the version that counts. Until
        you do, the version saved elsewhere is the one that counts.
      </p>
      <div class="version-pair">
        <Version title="Typed here" text={sayAnswer(item, mine)} choose={keepMine} words="Keep what I typed here" />
        <Version
          title={`Saved elsewhere at ${timeOfDay(other.saved_at)}`}
          text={sayAnswer(item, other.value)}
          choose={takeOther}
          words="Take the other version"
        />
      </div>
    </section>
  );
}

type VersionProps = { title: string; text: string; words: string; choose: () => void };

function Version({ title, text, words, choose }: VersionProps): JSX.Element {
  return (
    <div class="version">
      <h3>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section class="version-text" aria-label={title} tabIndex={0}>
        {text}
      </section>
      <button type="button" class="button button-quiet" onClick={choose}>
        {words}
      </button>
    </div>
  );
}
