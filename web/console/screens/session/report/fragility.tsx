import { useQuery } from "@tanstack/preact-query";
import type { JSX } from "preact";
import { useCall } from "../../../api/hooks.ts";
import { Skeleton } from "../../../parts/skeleton.tsx";
import { flipWords, fragilityWords } from "../../../words/fragility-words.ts";
import type { Names } from "../../../words/names.ts";

const SHOWN = 3;

type FragilityProps = { session: string; version: number | null; names: Names };

/** Whether the recommendation hangs on one point or one step of a rating. */
export function Fragility({ session, version, names }: FragilityProps): JSX.Element | null {
  const call = useCall();
  const supposed = useQuery({
    queryKey: ["fragility", session, version],
    queryFn: ({ signal }) => call("suppose-result", { session }, { body: {}, signal }),
  });
  if (supposed.error) return null;
  if (!supposed.data) return <Skeleton lines={1} />;
  const { fragility } = supposed.data;
  const [first, rest] = [fragility.flips.slice(0, SHOWN), fragility.flips.slice(SHOWN)];
  return (
    <div class="verdict-part">
      <h3>How firm this is</h3>
      <p>{fragilityWords(fragility)}</p>
      {first.length > 0 && <Flips flips={first} names={names} />}
      {rest.length > 0 && (
        <details>
          <summary>All {fragility.flips.length}</summary>
          <Flips flips={rest} names={names} />
        </details>
      )}
    </div>
  );
}

type Flips = Parameters<typeof fragilityWords>[0]["flips"];

const Flips = ({ flips, names }: { flips: Flips; names: Names }): JSX.Element => (
  <ul class="bullets">
    {flips.map((flip, place) => (
      <li key={place}>{flipWords(flip, names)}</li>
    ))}
  </ul>
);
