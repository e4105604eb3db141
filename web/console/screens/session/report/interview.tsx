import type { JSX } from "preact";
import { useRead } from "../../../api/hooks.ts";
import type { AnswerOf } from "../../../api/types.ts";
import { useMay } from "../../../may.ts";
import { Badge } from "../../../parts/badge.tsx";
import { Loaded } from "../../../parts/loaded.tsx";
import { Person } from "../../../parts/person.tsx";
import { Said } from "../../../parts/said.tsx";
import type { Names } from "../../../words/names.ts";
import type { SessionReport } from "./index.tsx";
import type { Result } from "./work/work.tsx";

type Frame = SessionReport["playbook"];
type Cards = AnswerOf<"read-scorecards">;
type InterviewProps = { session: string; frame: Frame; result: Result; names: Names };

/** The interview, question by question: each rating with the observation it rests on. */
export function Interview(props: InterviewProps): JSX.Element | null {
  const mayRead = useMay("read-scorecards");
  return mayRead && props.frame.questions.length > 0 ? <Ratings {...props} /> : null;
}

function Ratings({ session, frame, result, names }: InterviewProps): JSX.Element {
  const cards = useRead("read-scorecards", { session });
  return (
    <section class="panel" aria-labelledby="interview-title">
      <h2 id="interview-title">Interview</h2>
      <Loaded of={cards}>
        {(found) => (
          <>
            {found.hidden > 0 && <Hidden count={found.hidden} />}
            {frame.questions.map((question) => (
              <Question key={question.id} question={question} cards={found} result={result} names={names} />
            ))}
          </>
        )}
      </Loaded>
    </section>
  );
}

const Hidden = ({ count }: { count: number }): JSX.Element => (
  <p class="hint">
    {count === 1 ? "One locked scorecard is" : `${count} locked scorecards are`} not shown to you until you have locked
    your own, so that nobody's rating sways another's.
  </p>
);

type QuestionProps = { question: Frame["questions"][number]; cards: Cards; result: Result; names: Names };

function Question({ question, cards, result, names }: QuestionProps): JSX.Element {
  const { id, text } = question;
  const given = cards.data.flatMap(({ interviewer, locked_at, ratings }) =>
    locked_at === null
      ? []
      : ratings.filter((rating) => rating.question === id).map((rating) => ({ ...rating, interviewer })),
  );
  const agreed = cards.consensus.find((consensus) => consensus.question === id);
  const open = result.needs_reconciliation.some((one) => one.question === id);
  return (
    <section class="question" aria-labelledby={`question-${id}`}>
      <h3 id={`question-${id}`}>
        {names.question(id)} <span class="hint">{names.category(question.category)}</span>
      </h3>
      <p class="question-text">{text}</p>
      {open && <Badge tone="attention">2 or more apart: to be settled</Badge>}
      {given.length === 0 && <p class="hint">{cards.hidden > 0 ? "Not shown to you yet." : "Not rated yet."}</p>}
      {given.map((rating) => (
        <Rating key={rating.interviewer} rating={rating} />
      ))}
      {agreed && (
        <div class="rating is-agreed">
          <span class="rating-value">{agreed.value}</span>
          <p>
            <strong>Consensus</strong>, recorded by <Person id={agreed.actor} />: {agreed.reason}
          </p>
        </div>
      )}
    </section>
  );
}

type Given = Cards["data"][number]["ratings"][number] & { interviewer: string };

const Rating = ({ rating: { value, observation, reason, interviewer } }: { rating: Given }): JSX.Element => (
  <div class="rating">
    <span class="rating-value">{value ?? "–"}</span>
    <p>
      <Person id={interviewer} />:{" "}
      {value === null ? `not assessed. ${reason ?? ""}` : <Said text={observation ?? ""} />}
    </p>
  </div>
);
