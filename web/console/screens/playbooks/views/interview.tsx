import type { JSX } from "preact";
import { titleOf } from "../reading/blueprint.ts";
import type { Book, BookView } from "../reading/book.ts";

/** What every candidate is asked, and what an answer of each rating is like. */
export default function InterviewView({ book }: BookView): JSX.Element {
  const { scale, questions } = book.interview;
  const asked = questions.filter(({ whole_interview }) => !whole_interview);
  const overall = questions.filter(({ whole_interview }) => whole_interview);
  return (
    <div class="book">
      <p class="lede">
        Every candidate is asked the same {asked.length} questions. Interviewers rate each from {scale.min} to{" "}
        {scale.max} on their own, with an observation in quotes, before they see anybody else's rating.
      </p>
      <h2>Questions</h2>
      {asked.map((question) => (
        <Question key={question.id} book={book} question={question} />
      ))}
      {overall.length > 0 && <h2>Ratings of the whole interview</h2>}
      {overall.map((question) => (
        <Question key={question.id} book={book} question={question} />
      ))}
    </div>
  );
}

type QuestionProps = { book: Book; question: Book["interview"]["questions"][number] };

const Question = ({ book, question }: QuestionProps): JSX.Element => (
  <section class="panel question" aria-label={question.id}>
    <p class="hint">
      <code>{question.id}</code> · {titleOf(book, question.category)}
      {question.weight !== "1" && ` · counts ${question.weight} times`}
    </p>
    <h3>{question.text}</h3>
    {question.probes.length > 0 && (
      <ul class="probes" aria-label="Probes">
        {question.probes.map((probe) => (
          <li key={probe}>{probe}</li>
        ))}
      </ul>
    )}
    <dl class="anchors">
      {Object.entries(question.anchors).map(([rating, anchor]) => (
        <div key={rating}>
          <dt class="figures">{rating}</dt>
          <dd>{anchor}</dd>
        </div>
      ))}
    </dl>
  </section>
);
