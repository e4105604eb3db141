import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { useRead } from "../../api/hooks.ts";
import type { AnswerOf } from "../../api/types.ts";
import { SelectField } from "../../parts/field.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { PlaybookPicture } from "./playbook-picture.tsx";

const MOST = 100;

type ChoiceProps = { value: string; change: (playbook: string) => void };

/** Which playbook, in its latest version, with a picture of what the candidate gets. */
export function PlaybookChoice({ value, change }: ChoiceProps): JSX.Element {
  const playbooks = useRead("list-playbooks", {}, { query: { limit: MOST } });
  return (
    <Loaded of={playbooks}>{({ data }) => <Choice playbooks={latest(data)} value={value} change={change} />}</Loaded>
  );
}

type Listing = AnswerOf<"list-playbooks">["data"][number];

function Choice({ playbooks, value, change }: ChoiceProps & { playbooks: Listing[] }): JSX.Element {
  const only = playbooks.length === 1 ? playbooks[0] : undefined;
  useEffect(() => {
    if (only && !value) change(addressOf(only));
  }, [only, value]);
  return (
    <fieldset class="panel form">
      <legend>Assessment</legend>
      <SelectField
        label="Playbook"
        value={value}
        change={change}
        required
        options={[["", "Choose one"], ...playbooks.map((each) => [addressOf(each), titleOf(each)] as const)]}
      />
      {value && <PlaybookPicture playbook={value} />}
    </fieldset>
  );
}

const addressOf = ({ id, version }: Listing): string => `${id}@${version}`;
const titleOf = ({ title, version }: Listing): string => `${title}, version ${version}`;

/** Of each playbook the version with the highest number, by title. */
function latest(playbooks: readonly Listing[]): Listing[] {
  const newest = new Map<string, Listing>();
  for (const each of playbooks) {
    if (each.version > (newest.get(each.id)?.version ?? 0)) newest.set(each.id, each);
  }
  return [...newest.values()].sort((a, b) => a.title.localeCompare(b.title));
}
