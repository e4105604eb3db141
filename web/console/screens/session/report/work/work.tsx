import type { JSX } from "preact";
import type { AnswerOf } from "../../../../api/types.ts";
import type { Names } from "../../../../words/names.ts";
import type { SessionReport } from "../index.tsx";
import { ItemWork } from "./item-work.tsx";

export type Frame = SessionReport["playbook"];
export type Result = AnswerOf<"read-result">;
export type GivenAnswer = AnswerOf<"read-answers">["answers"][number];

type WorkProps = { frame: Frame; result: Result; answers: readonly GivenAnswer[]; names: Names };

/** Section by section what was asked and answered, and how each point came about. */
export const Work = ({ frame, result, answers, names }: WorkProps): JSX.Element => (
  <section class="panel" aria-labelledby="work-title">
    <h2 id="work-title">Answers and how they were graded</h2>
    {frame.sections.map(({ id, title, minutes }) => (
      <section key={id} class="work-section" aria-labelledby={`section-${id}`}>
        <h3 id={`section-${id}`}>
          {title} <span class="hint">{minutes} min</span>
        </h3>
        {result.items
          .filter(({ section }) => section === id)
          .map((item) => (
            <ItemWork
              key={item.id}
              item={item}
              asked={frame.items.find(({ asked }) => asked["id"] === item.id)}
              given={answers.find((answer) => answer.item === item.id)}
              names={names}
            />
          ))}
      </section>
    ))}
  </section>
);
