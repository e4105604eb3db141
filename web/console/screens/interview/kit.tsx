import type { ComponentChildren, JSX } from "preact";
import { Line, Prose } from "../../../shared/prose.tsx";
import { counted } from "../../../shared/words.ts";
import { Answer, type Asked } from "../session/report/work/answer.tsx";
import type { Kit, KitQuestion } from "./card.ts";

type Category = Kit["categories"][number];

/** A category's heading with what the assessment showed for it; its questions as the screen draws them. */
export const KitCategory = ({
  category,
  children,
}: {
  category: Category;
  children: ComponentChildren;
}): JSX.Element => (
  <section class="kit-category" aria-labelledby={`category-${category.id}`}>
    <header class="kit-head">
      <h2 id={`category-${category.id}`}>{category.title}</h2>
      {category.description && <p class="hint">{category.description}</p>}
      {category.shown.length > 0 && <Shown category={category} />}
    </header>
    {children}
  </section>
);

/** Without its score, so that it doesn't anchor. */
const Shown = ({ category }: { category: Category }): JSX.Element => (
  <details class="kit-shown">
    <summary>
      What the assessment showed <span class="hint">({counted(category.shown.length, "answer")}, without scores)</span>
    </summary>
    {category.shown.map(({ item, title, task, answer }) => (
      <article key={item} class="kit-answer">
        <h3>{title}</h3>
        <details>
          <summary class="hint">The task</summary>
          <Prose text={String(task["prompt"] ?? "")} />
        </details>
        <Answer asked={task as Asked} value={answer} working={[]} />
      </article>
    ))}
  </details>
);

/** What to ask, and what to ask further. */
export const QuestionText = ({ question, id }: { question: KitQuestion; id: string }): JSX.Element => (
  <div class="kit-question">
    <h3 id={id}>
      <Line text={question.text} />
    </h3>
    {question.probes.length > 0 && (
      <ul class="kit-probes" aria-label="To ask further">
        {question.probes.map((probe) => (
          <li key={probe}>
            <Line text={probe} />
          </li>
        ))}
      </ul>
    )}
  </div>
);

/** What a rating means, for the marks that have an anchor. */
export const Anchors = ({ question, chosen }: { question: KitQuestion; chosen?: number | null }): JSX.Element => (
  <dl class="anchors">
    {Object.entries(question.anchors).map(([mark, text]) => (
      <div key={mark} class={String(chosen) === mark ? "is-chosen" : undefined}>
        <dt>
          <span class="unseen">Rating </span>
          {mark}
        </dt>
        <dd>
          <Line text={text} />
        </dd>
      </div>
    ))}
  </dl>
);

/** The kit to be read, for whoever doesn't rate. */
export const KitPages = ({ kit }: { kit: Kit }): JSX.Element => (
  <section class="kit" aria-label="The interview kit">
    {kit.categories
      .filter(({ questions }) => questions.length > 0)
      .map((category) => (
        <KitCategory key={category.id} category={category}>
          {category.questions.map((question) => (
            <div key={question.id} class="kit-asked">
              <QuestionText question={question} id={`question-${question.id}`} />
              <Anchors question={question} />
            </div>
          ))}
        </KitCategory>
      ))}
  </section>
);
