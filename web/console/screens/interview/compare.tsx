import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Line } from "../../../shared/prose.tsx";
import { counted } from "../../../shared/words.ts";
import { useMay } from "../../may.ts";
import { Badge } from "../../parts/badge.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Person } from "../../parts/person.tsx";
import type { Kit, Scorecards } from "./card.ts";
import { type Compared, compare, type Given } from "./compared.ts";
import { Consensus } from "./consensus.tsx";

/** Locked cards side by side; where raters differ by 2 or more, the way to settle it. */
export function Compare({ kit, cards }: { kit: Kit; cards: Scorecards }): JSX.Element {
  const may = useMay("record-consensus");
  const [settling, settle] = useState<Compared>();
  if (cards.data.every(({ locked_at }) => locked_at === null)) {
    return (
      <Empty title="No scorecard is locked yet">Ratings are shown here as soon as interviewers lock theirs.</Empty>
    );
  }
  const compared = compare(kit, cards);
  return (
    <section class="compare" aria-label="What was rated">
      <Standing cards={cards} open={compared.filter(({ open }) => open).length} />
      <ol class="compare-list">
        {compared.map((one) => (
          <li key={one.question.id} class={one.open ? "compared is-open" : "compared"}>
            <h2>
              <Line text={one.question.text} />
            </h2>
            <Spread compared={one} />
            <Ratings given={one.given} max={kit.scale.max} />
            {one.consensus && <Agreed of={one.consensus} />}
            {one.open && (
              <div class="compared-settle">
                {may && (
                  <button type="button" class="button" onClick={() => settle(one)}>
                    Record what you agreed on
                  </button>
                )}
                <p class="hint">Or a third interviewer rates it: then the median counts.</p>
              </div>
            )}
          </li>
        ))}
      </ol>
      {settling && <Consensus kit={kit} compared={settling} close={() => settle(undefined)} />}
    </section>
  );
}

function Standing({ cards: { progress }, open }: { cards: Scorecards; open: number }): JSX.Element {
  const lacking = Math.max(0, progress.min_raters - progress.locked);
  const parts = [
    open > 0 && `${counted(open, "question")} to reconcile: ratings differ by 2 or more.`,
    lacking > 0 && `${counted(lacking, "more scorecard is", "more scorecards are")} needed before the result is final.`,
  ].filter(Boolean);
  return <p class="compare-standing">{parts.join(" ") || "Everybody who was needed has rated, and all agree."}</p>;
}

function Spread({ compared: { given, spread, open, consensus } }: { compared: Compared }): JSX.Element | null {
  if (spread === null) return given.length === 0 ? null : <Badge tone="over">One rater</Badge>;
  if (open) return <Badge tone="bad">{`Differ by ${spread}: reconcile`}</Badge>;
  if (consensus) return <Badge tone="good">{`Differed by ${spread}: agreed`}</Badge>;
  return spread === 0 ? <Badge tone="good">Agree</Badge> : <Badge tone="waiting">{`Differ by ${spread}`}</Badge>;
}

const Ratings = ({ given, max }: { given: Given[]; max: number }): JSX.Element => (
  <ul class="compared-ratings">
    {given.map(({ rater, value, words }) => (
      <li key={rater}>
        <p class="compared-value">
          {value === null ? <span class="nothing">Not assessed</span> : <Value value={value} max={max} />}{" "}
          <Person id={rater} />
        </p>
        <blockquote>{words}</blockquote>
      </li>
    ))}
    {given.length === 0 && <li class="nothing">Nobody has rated it.</li>}
  </ul>
);

const Value = ({ value, max }: { value: number; max: number }): JSX.Element => (
  <>
    <strong class="figures">{value}</strong>
    <span class="hint"> of {max}</span>
  </>
);

const Agreed = ({ of: { value, reason, raters, actor } }: { of: Scorecards["consensus"][number] }): JSX.Element => (
  <p class="compared-agreed">
    <strong>Agreed on {value}</strong> by{" "}
    {raters.map((rater, place) => (
      <span key={rater}>
        {place > 0 && " and "}
        <Person id={rater} />
      </span>
    ))}
    : {reason}{" "}
    <span class="hint">
      Recorded by <Person id={actor} />.
    </span>
  </p>
);
