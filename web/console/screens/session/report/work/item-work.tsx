import type { JSX } from "preact";
import { Prose } from "../../../../../shared/prose.tsx";
import { Badge } from "../../../../parts/badge.tsx";
import { Moment } from "../../../../parts/moment.tsx";
import { Share } from "../../../../parts/share.tsx";
import type { Names } from "../../../../words/names.ts";
import { pointsWords } from "../../../../words/points.ts";
import { gradeWords } from "../../../../words/verdicts.ts";
import { Answer, type Asked } from "./answer.tsx";
import { Evidence } from "./evidence.tsx";
import type { Frame, GivenAnswer, Result } from "./work.tsx";
import { Working } from "./working.tsx";

export type ItemResult = Result["items"][number];
export type AskedItem = Frame["items"][number];

type ItemWorkProps = {
  item: ItemResult;
  asked: AskedItem | undefined;
  given: GivenAnswer | undefined;
  names: Names;
};

/** One item: its points at a glance, and behind them the task, the answer and every line of the working. */
export const ItemWork = ({ item, asked, given, names }: ItemWorkProps): JSX.Element => (
  <details class="work">
    <summary>
      <span class="work-title">{names.item(item.id)}</span>
      <Mark item={item} open={given?.grade?.open} />
    </summary>
    <div class="work-inside">
      {asked && <Task asked={asked.asked as Asked} />}
      <h4>Answer</h4>
      <Answer asked={asked?.asked as Asked | undefined} value={given?.answer?.value ?? null} working={item.working} />
      {given?.answer && (
        <p class="hint">
          Saved <Moment at={given.answer.saved_at} />, revision {given.answer.revision}
        </p>
      )}
      <Late given={given} asked={asked?.asked as Asked | undefined} />
      <h4>How it was graded</h4>
      <Working item={item} tests={asked?.tests ?? []} evidence={given?.grade?.evidence ?? []} />
      <Review given={given} names={names} />
      <Evidence grade={given?.grade ?? null} />
      <Earlier given={given} names={names} />
    </div>
  </details>
);

/** Points and how far they stand: what waits for a person or couldn't be graded never looks like a zero. */
function Mark({ item, open = "0" }: { item: ItemResult; open?: string | undefined }): JSX.Element {
  const counts = item.outcome === "graded" || item.outcome === "needs_review";
  return (
    <span class="work-mark">
      {item.outcome === "needs_review" && <Badge tone="attention">{gradeWords(item.outcome)}</Badge>}
      {!counts && <Badge tone="waiting">{gradeWords(item.outcome)}</Badge>}
      {counts && <Share of={Number(item.points)} max={Number(item.max)} />}
      <span class="work-points">{pointsWords(item, open)}</span>
    </span>
  );
}

const Task = ({ asked }: { asked: Asked }): JSX.Element => (
  <details class="fold">
    <summary>The task</summary>
    <Prose text={asked.prompt} />
  </details>
);

function Late({ given, asked }: { given: GivenAnswer | undefined; asked: Asked | undefined }): JSX.Element | null {
  if (!given || given.late.length === 0) return null;
  return (
    <details class="fold">
      <summary>Sent too late: kept, and not scored ({given.late.length})</summary>
      {given.late.map(({ value, revision, saved_at }) => (
        <div key={revision}>
          <Answer asked={asked} value={value} working={[]} />
          <p class="hint">
            <Moment at={saved_at} />
          </p>
        </div>
      ))}
    </details>
  );
}

function Review({ given, names }: { given: GivenAnswer | undefined; names: Names }): JSX.Element | null {
  const review = given?.grade?.review;
  if (!review) return null;
  return (
    <blockquote class="review-quote">
      <p>“{review.quote}”</p>
      <footer class="hint">
        {review.criterion === null ? names.item(given.item) : review.criterion}: {review.points} points, given by a
        person. {review.reason}
      </footer>
    </blockquote>
  );
}

function Earlier({ given, names }: { given: GivenAnswer | undefined; names: Names }): JSX.Element | null {
  if (!given || given.earlier.length === 0) return null;
  return (
    <details class="fold">
      <summary>Earlier grades, kept ({given.earlier.length})</summary>
      <ul class="bullets">
        {given.earlier.map(({ grade, actor, at }) => (
          <li key={at}>
            {grade.points} of {grade.max}, by {names.person(actor)}, <Moment at={at} />,{" "}
            {gradeWords(grade.outcome).toLowerCase()}
          </li>
        ))}
      </ul>
    </details>
  );
}
