import type { JSX } from "preact";
import { CheckField } from "../../../parts/field.tsx";
import { FAMILIES, isEverything, type Pattern, toggled } from "./patterns.ts";

type PickerProps = { chosen: readonly Pattern[]; choose: (patterns: Pattern[]) => void; error?: string | undefined };

/** Everything, whole families, or single events. */
export const EventPicker = ({ chosen, choose, error }: PickerProps): JSX.Element => (
  <fieldset class="choices-group">
    <legend>Which events?</legend>
    <CheckField
      label="Everything, also what later versions add"
      checked={isEverything(chosen)}
      change={(on) => choose(on ? ["*"] : [])}
    />
    {!isEverything(chosen) && <Families chosen={chosen} choose={choose} />}
    {error && <p class="field-error">Choose at least one event.</p>}
  </fieldset>
);

const Families = ({ chosen, choose }: PickerProps): JSX.Element => (
  <>
    {FAMILIES.map(({ pattern, title, types }) => (
      <div key={pattern} class="event-family">
        <CheckField
          label={`${title}: all`}
          checked={chosen.includes(pattern)}
          change={(on) => choose(toggled(chosen, pattern, on))}
        />
        {!chosen.includes(pattern) && types.length > 1 && (
          <div class="event-types">
            {types.map((type) => (
              <CheckField
                key={type}
                label={type}
                checked={chosen.includes(type)}
                change={(on) => choose(toggled(chosen, type, on))}
              />
            ))}
          </div>
        )}
      </div>
    ))}
  </>
);
