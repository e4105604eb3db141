import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { useRead } from "../../../api/hooks.ts";
import { Loaded } from "../../../parts/loaded.tsx";
import { Skeleton } from "../../../parts/skeleton.tsx";
import { changesBetween } from "../../../words/changes.ts";
import { shortMoment } from "../../../words/moments.ts";
import type { Names } from "../../../words/names.ts";
import { stageWords } from "../../../words/verdicts.ts";
import type { SessionReport } from "./index.tsx";

type VersionsProps = { report: SessionReport; version: number; choose: (version: number) => void };

/** Which result is shown. Older ones are kept as they were. */
export function Versions({ report, version, choose }: VersionsProps): JSX.Element {
  const id = useId();
  const { results } = report;
  return (
    <div class="versions">
      <label for={id}>Result</label>
      <select
        id={id}
        class="input versions-choice"
        value={version}
        onChange={(event) => choose(Number(event.currentTarget.value))}
      >
        {results.toReversed().map((result) => (
          <option key={result.version} value={result.version!}>
            {optionWords(result, results.length)}
          </option>
        ))}
      </select>
    </div>
  );
}

type Listed = SessionReport["results"][number];

const optionWords = ({ version, stage, score, computed_at }: Listed, latest: number): string =>
  `${version}${version === latest ? " (latest)" : ""} · ${stageWords(stage)} · ${score ?? "no score"} · ${computed_at ? shortMoment(computed_at) : ""}`;

type ChangesProps = { session: string; version: number; names: Names };

/** What a result changed of the one before. */
export function Changes({ session, version, names }: ChangesProps): JSX.Element {
  const before = useRead("read-result", { session }, { query: { version: version - 1 } });
  const after = useRead("read-result", { session }, { query: { version } });
  return (
    <Loaded of={before} waiting={<Skeleton lines={2} />}>
      {(old) =>
        after.data && (
          <ul class="bullets">
            {changesBetween(old, after.data, names).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
