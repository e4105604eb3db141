import type { JSX } from "preact";
import type { TakeView } from "#shared/contracts/shapes/take.ts";
import type { CandidateItem } from "#shared/domain/grading/contract.ts";
import { isAnswered } from "#web/items/answered.ts";
import { counted } from "#web/shared/words.ts";
import { Heading } from "../../shared/heading.tsx";
import { Notice } from "../../shared/notice.tsx";
import type { Take } from "../take.ts";

type Props = {
  take: Take;
  current: NonNullable<TakeView["current"]>;
  section: TakeView["sections"][number];
  last: boolean;
  go: (place: number) => void;
  finish: (finishing: boolean) => void;
};

/** Before a section is handed in: what is answered, what isn't, and the way back. */
export function Finish({ take, current, section, last, go, finish }: Props): JSX.Element {
  const { working, setback, timeUp } = take.session.state;
  const answered = (item: CandidateItem) => isAnswered(take.saver.states.get(item.id)?.value);
  const show = (place: number) => {
    go(place);
    finish(false);
  };
  return (
    <div class="finish">
      <Heading of="finish">Finish {section.title}?</Heading>
      <p class="lede">{sayOpen(current.items.filter((item) => !answered(item)).length)}</p>
      <Summary items={current.items} answered={answered} show={show} />
      <Undecided take={take} items={current.items} />
      <p>
        A finished section can't be opened again.{" "}
        {last
          ? "It is the last one: finishing it hands in the whole assessment."
          : "The time left over is not carried on."}
      </p>
      {setback && <Notice kind="setback">{setback}</Notice>}
      <div class="steps">
        <button type="button" class="button button-quiet" onClick={() => finish(false)}>
          Keep working
        </button>
        <span class="steps-gap" />
        <button
          type="button"
          class="button button-large"
          aria-disabled={working || timeUp}
          onClick={() => void take.session.submit(section.id)}
        >
          {working ? "Handing in…" : last ? "Hand in the assessment" : "Finish section"}
        </button>
      </div>
    </div>
  );
}

function sayOpen(open: number): string {
  return open === 0 ? "Every question is answered." : `${counted(open, "question")} not answered yet.`;
}

type SummaryProps = {
  items: CandidateItem[];
  answered: (item: CandidateItem) => boolean;
  show: (place: number) => void;
};

function Summary({ items, answered, show }: SummaryProps): JSX.Element {
  return (
    <ul class="summary">
      {items.map((item, place) => (
        <li key={item.id} class={answered(item) ? "is-answered" : "is-open"}>
          <span class="summary-sign" aria-hidden="true">
            {answered(item) ? "✓" : "○"}
          </span>
          <button type="button" class="link" onClick={() => show(place)}>
            {item.title}
          </button>
          <span class="summary-state">{answered(item) ? "answered" : "not answered"}</span>
        </li>
      ))}
    </ul>
  );
}

function Undecided({ take, items }: { take: Take; items: CandidateItem[] }): JSX.Element | null {
  const undecided = items.filter((item) => take.saver.states.get(item.id)?.other);
  if (undecided.length === 0) return null;
  return (
    <Notice kind="setback">
      There are two versions of {counted(undecided.length, "answer")}. Until you choose, the one saved elsewhere counts.
    </Notice>
  );
}
