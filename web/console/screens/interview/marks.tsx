import type { JSX } from "preact";
import type { Kit, Value } from "./card.ts";

type MarksProps = {
  /** Unique on the page. */
  name: string;
  /** Id of the element that asks. */
  labelledBy: string;
  scale: Kit["scale"];
  value: Value;
  choose: (value: Value) => void;
  /** Whether `not assessed` can be chosen too, and a choice taken back. */
  optional?: boolean;
};

/** The scale as targets for a finger, with arrow keys like any group of radio buttons. */
export function Marks({ name, labelledBy, scale, value, choose, optional }: MarksProps): JSX.Element {
  const marks = Array.from({ length: scale.max - scale.min + 1 }, (_, place) => scale.min + place);
  return (
    <fieldset class="rate-marks" aria-labelledby={labelledBy}>
      {marks.map((mark) => (
        <Mark key={mark} name={name} checked={value === mark} choose={() => choose(mark)}>
          {String(mark)}
        </Mark>
      ))}
      {optional && (
        <Mark name={name} checked={value === null} choose={() => choose(null)} wide>
          Not assessed
        </Mark>
      )}
      {optional && (
        <button type="button" class="link rate-clear" hidden={value === undefined} onClick={() => choose(undefined)}>
          Clear
        </button>
      )}
    </fieldset>
  );
}

type MarkProps = { name: string; checked: boolean; choose: () => void; wide?: boolean; children: string };

const Mark = ({ name, checked, choose, wide, children }: MarkProps): JSX.Element => (
  <label class={wide ? "rate-mark is-wide" : "rate-mark"}>
    <input type="radio" class="unseen" name={name} checked={checked} onChange={choose} />
    <span>{children}</span>
  </label>
);
