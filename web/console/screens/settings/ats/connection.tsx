import type { JSX } from "preact";
import { useParams } from "wouter-preact";
import { CopyButton } from "../../../../shared/copy-button.tsx";
import { useChange, useRead } from "../../../api/hooks.ts";
import { useMay } from "../../../may.ts";
import { Empty } from "../../../parts/empty.tsx";
import { Loaded } from "../../../parts/loaded.tsx";
import { Page } from "../../../parts/page.tsx";
import { SettingsForm } from "../forms/settings-form.tsx";
import { useDraft } from "../forms/use-draft.ts";
import { ConnectionFields } from "./connection-fields.tsx";
import { bodyOf, type Connection, draftOf } from "./draft.ts";
import { SYSTEMS, type System } from "./systems.ts";

/** How one system is connected: the steps, and what Assay needs to know. */
export default function ConnectionScreen(): JSX.Element {
  const { ats = "" } = useParams<{ ats: string }>();
  const settings = useRead("read-settings", {});
  const system = SYSTEMS.find(({ name }) => name === ats);
  return (
    <Page
      title={system?.title ?? "No such system"}
      crumbs={[
        ["Settings", "#/settings"],
        ["ATS", "#/settings/ats"],
      ]}
    >
      {system ? (
        <Loaded of={settings}>
          {(found) => (
            <>
              <Steps system={system} />
              <Form system={system} saved={found.ats[system.name]} />
            </>
          )}
        </Loaded>
      ) : (
        <Empty title="There is no adapter of this name" />
      )}
    </Page>
  );
}

const Steps = ({ system }: { system: System }): JSX.Element => {
  const address = `${location.origin}${system.address}`;
  return (
    <section class="panel steps">
      <h2>To connect it</h2>
      <ol>
        {system.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div class="copied">
        <span class="hint">Address</span> <code>{address}</code> <CopyButton text={address} label="Copy the address" />
      </div>
      <div class="copied">
        <span class="hint">Scope of the key</span> <code>ats:{system.name}</code> <a href="#/settings/keys">Make it</a>
      </div>
      <p class="hint">
        Step by step, with requests to try: the guide <code>docs/guides/ats/{system.name}.md</code> of your
        installation, and the <a href="/reference/">API reference</a>.
      </p>
    </section>
  );
};

function Form({ system, saved }: { system: System; saved: Connection }): JSX.Element {
  const change = useChange("change-ats-settings", { ats: system.name });
  const may = useMay("change-ats-settings");
  const { value, set, dirty, reset } = useDraft(draftOf(saved));
  const save = async () => {
    await change.run(bodyOf(value));
    set({ credential: "", forget_credential: false });
  };
  return (
    <SettingsForm {...{ dirty, may, save, reset }} {...change} saved={`${system.title}: saved.`}>
      <ConnectionFields system={system} saved={saved} draft={value} set={set} error={change.error} />
    </SettingsForm>
  );
}
