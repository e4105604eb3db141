import type { JSX } from "preact";
import { TextField } from "../../parts/field.tsx";

type Entry = { name: string; value: string };
type MetadataProps = { value: Entry[]; change: (value: Entry[]) => void };

/** Names and values that the session carries along. */
export function MetadataFields({ value, change }: MetadataProps): JSX.Element {
  const replace = (at: number, entry: Entry) => change(value.map((each, place) => (place === at ? entry : each)));
  return (
    <div class="form">
      <p class="hint">Comes back with the session, in lists and events. Candidates never see it.</p>
      {value.map((entry, at) => (
        <div key={at} class="metadata-entry">
          <TextField
            label="Name"
            maxLength={64}
            value={entry.name}
            change={(name) => replace(at, { ...entry, name })}
          />
          <TextField
            label="Value"
            maxLength={500}
            value={entry.value}
            change={(text) => replace(at, { ...entry, value: text })}
          />
          <button
            type="button"
            class="button button-quiet"
            aria-label={`Remove ${entry.name || "this entry"}`}
            onClick={() => change(value.filter((_, place) => place !== at))}
          >
            Remove
          </button>
        </div>
      ))}
      <button type="button" class="link" onClick={() => change([...value, { name: "", value: "" }])}>
        Add a value of your own
      </button>
    </div>
  );
}
