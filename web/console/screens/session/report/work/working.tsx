import type { JSX } from "preact";
import { pointsInWords } from "../../../../../shared/words.ts";
import { numberOf } from "../../../../words/marked-text.ts";
import type { AskedItem, ItemResult } from "./item-work.tsx";
import { RunOfTest } from "./run-of-test.tsx";

type Line = ItemResult["working"][number];
type WorkingProps = { item: ItemResult; tests: AskedItem["tests"]; evidence: readonly unknown[] };

/** Every line that the points rest on; a line about a test opens what was run. */
export const Working = ({ item, tests, evidence }: WorkingProps): JSX.Element => (
  <ul class="working">
    {item.working.map((line, place) => (
      <li key={place} class={line.points === undefined ? "working-line" : "working-line is-sum"}>
        <Sign line={line} />
        <RunOfTest line={line} tests={tests} evidence={evidence}>
          {numberOf(line, item.working) !== undefined && (
            <span class="working-number">
              <span class="unseen">Marked in the answer as </span>
              {numberOf(line, item.working)}
            </span>
          )}
          {line.text}
        </RunOfTest>
        {line.points !== undefined && <span class="working-points">{pointsInWords(line.points)}</span>}
      </li>
    ))}
  </ul>
);

type Standing = "good" | "bad" | "unclear" | "plain";

const ENDINGS: readonly (readonly [RegExp, Standing])[] = [
  [/(_passed_group_failed|_failed|_not_met|_wrong|_absent|_contradicted|_missed|^unanswered|^no_answer)$/, "bad"],
  [/(_passed|_met|_right)$/, "good"],
  [/(_unclear|_doubtful|^not_gradable|_review)$/, "unclear"],
];

const SIGNS: { [S in Standing]: readonly [sign: string, word: string] } = {
  good: ["✓", "Yes:"],
  bad: ["✗", "No:"],
  unclear: ["?", "Unclear:"],
  plain: ["", ""],
};

function Sign({ line }: { line: Line }): JSX.Element {
  const standing = ENDINGS.find(([ending]) => ending.test(line.code))?.[1] ?? "plain";
  const [sign, word] = SIGNS[standing];
  return (
    <span class={`working-sign is-${standing}`}>
      <span aria-hidden="true">{sign}</span>
      <span class="unseen">{word}</span>
    </span>
  );
}
