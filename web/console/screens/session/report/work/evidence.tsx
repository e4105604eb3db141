import type { JSX } from "preact";
import { engineWords } from "../../../../words/runs.ts";
import type { GivenAnswer } from "./work.tsx";

/** What a grade was made with, so that it can be made again. */
export function Evidence({ grade }: { grade: GivenAnswer["grade"] }): JSX.Element | null {
  if (!grade) return null;
  return (
    <p class="hint">
      Grader {grade.grader}
      {grade.evidence.map((observation, place) => (
        <span key={place}> · {engineWords(observation)}</span>
      ))}
    </p>
  );
}
