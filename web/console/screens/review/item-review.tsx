import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { Notice } from "../../../shared/notice.tsx";
import { Prose } from "../../../shared/prose.tsx";
import { useMay } from "../../may.ts";
import { Answer, type Asked } from "../session/report/work/answer.tsx";
import { MarkForm } from "./mark-form.tsx";
import type { BlindItem } from "./marks.ts";
import { Reveal } from "./reveal.tsx";
import { useSelected } from "./use-selected.ts";

type ItemReviewProps = { session: string; item: BlindItem; next: () => void };

/** One answer on one side, its rubric on the other; once it is marked, both marks. */
export function ItemReview({ session, item, next }: ItemReviewProps): JSX.Element {
  const answer = useRef<HTMLDivElement>(null);
  const selected = useSelected(answer);
  const may = useMay("submit-review");
  const [correcting, correct] = useState(false);
  const marks = item.complete && !correcting;
  return (
    <article class="blind-item" aria-labelledby="review-title">
      <section class="blind-answer" aria-label="The answer">
        <h2 id="review-title">{item.title}</h2>
        <details>
          <summary>The task</summary>
          <Prose text={item.prompt} />
        </details>
        {item.objection !== null && (
          <Notice kind="note">
            <p>
              <strong>The candidate objects:</strong> {item.objection}
            </p>
          </Notice>
        )}
        <div class="blind-text" ref={answer}>
          <Answer asked={item.task as Asked} value={item.answer} working={item.machine?.working ?? []} />
        </div>
      </section>
      <section class="blind-marks" aria-label={marks ? "Both marks" : "Your mark"}>
        {marks && <Reveal item={item} next={next} correct={may ? () => correct(true) : undefined} />}
        {!marks && may && <MarkForm session={session} item={item} selected={selected} done={() => correct(false)} />}
        {!marks && !may && <p class="hint">You may read this, but reviewers mark it.</p>}
      </section>
    </article>
  );
}
