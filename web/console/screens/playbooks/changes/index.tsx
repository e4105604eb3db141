import type { JSX } from "preact";
import { useLocation, useParams, useSearchParams } from "wouter-preact";
import { useRead } from "../../../api/hooks.ts";
import type { AnswerOf } from "../../../api/types.ts";
import { SelectField } from "../../../parts/field.tsx";
import { Loaded } from "../../../parts/loaded.tsx";
import { Page } from "../../../parts/page.tsx";
import { ChangeGroups } from "./change-groups.tsx";
import { summary } from "./meaning.ts";

type Listing = AnswerOf<"list-playbooks">["data"][number];

/** What one version of a playbook changed against another, in words. */
export default function ChangesScreen(): JSX.Element {
  const { playbook = "" } = useParams<{ playbook: string }>();
  const [id = "", version] = decodeURIComponent(playbook).split("@");
  const [search] = useSearchParams();
  const playbooks = useRead("list-playbooks", {}, { query: { limit: 100 } });
  return (
    <Page
      title="What changed"
      crumbs={[
        ["Playbooks", "#/playbooks"],
        [id, `#/playbooks/${id}`],
        ["Versions", `#/playbooks/${id}/versions`],
      ]}
    >
      <Loaded of={playbooks}>
        {({ data }) => {
          const versions = data.filter((listing) => listing.id === id);
          const to = Number(version ?? versions[0]?.version);
          const from = Number(search.get("against") ?? versions.find((each) => each.version < to)?.version ?? to);
          return <Compared id={id} versions={versions} from={from} to={to} />;
        }}
      </Loaded>
    </Page>
  );
}

type ComparedProps = { id: string; versions: readonly Listing[]; from: number; to: number };

function Compared({ id, versions, from, to }: ComparedProps): JSX.Element {
  const [, go] = useLocation();
  const options = versions.map(({ version }) => [String(version), `Version ${version}`] as const);
  const show = (against: number | string, version: number | string) =>
    go(`/playbooks/${id}@${version}/changes?against=${against}`);
  const compared = useRead("compare-playbooks", { playbook: `${id}@${to}` }, { query: { against: `${id}@${from}` } });
  return (
    <>
      <div class="filters">
        <SelectField label="From" value={String(from)} options={options} change={(value) => show(value, to)} />
        <SelectField label="To" value={String(to)} options={options} change={(value) => show(from, value)} />
      </div>
      <Loaded of={compared}>
        {({ changes }) => (
          <div class="book">
            <p class="lede" role="status">
              {from === to ? "Both are the same version." : summary(changes)}
            </p>
            <ChangeGroups changes={changes} />
          </div>
        )}
      </Loaded>
    </>
  );
}
