import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import type { Violation } from "#shared/domain/foundation/refusal.ts";
import { useChange } from "../../../api/hooks.ts";
import { useMay } from "../../../may.ts";
import { Empty } from "../../../parts/empty.tsx";
import { Page } from "../../../parts/page.tsx";
import { Setback } from "../../../parts/setback.tsx";
import { Unsaved } from "../../../parts/unsaved.tsx";
import { Choose } from "./choose.tsx";
import { type Draft, type Files, readDraft, shownViolations } from "./draft.ts";
import { PublishQuestion } from "./publish-question.tsx";
import { Violations } from "./violations.tsx";

/** From a text or a folder to a published version: check, confirm, publish. */
export default function PublishScreen(): JSX.Element {
  const may = useMay("publish-playbook");
  return (
    <Page
      title="Publish a version"
      crumbs={[["Playbooks", "#/playbooks"]]}
      about={<span>First it is checked: every key has to prove itself before anything is published.</span>}
    >
      {may ? (
        <Publishing />
      ) : (
        <Empty title="Authors publish playbooks">
          <p>Ask an administrator for the role author.</p>
        </Empty>
      )}
    </Page>
  );
}

type Checked = { draft: Draft; violations: Violation[] };

function Publishing(): JSX.Element {
  const [files, setFiles] = useState<Files>(new Map());
  const [checked, setChecked] = useState<Checked>();
  const check = useChange("check-playbook", {});
  const [, go] = useLocation();
  const give = (given: Files) => {
    setFiles(given);
    setChecked(undefined);
    check.forget();
  };
  const run = async () => {
    const draft = readDraft(files);
    const answer = draft.playbook ? await check.run(draft.playbook as never) : { violations: [] };
    setChecked({ draft, violations: answer.violations });
  };
  const done = (reference: string) => {
    give(new Map());
    // Once what was typed counts as saved.
    setTimeout(() => go(`/playbooks/${reference}/versions`));
  };
  return (
    <div class="book">
      <Unsaved when={files.size > 0} />
      <Choose files={files} give={give} />
      {/* A refusal stands below, through `error`. */}
      <button
        type="button"
        class="button check-button"
        aria-disabled={check.pending || files.size === 0}
        onClick={() => files.size > 0 && !check.pending && void run().catch(() => undefined)}
      >
        {check.pending ? "Checking: every key is being run…" : "Check"}
      </button>
      <Setback error={check.error} />
      {checked && <Outcome checked={checked} done={done} />}
    </div>
  );
}

function Outcome({ checked, done }: { checked: Checked; done: (reference: string) => void }): JSX.Element {
  const found = shownViolations(checked.draft, checked.violations);
  if (found.length > 0) return <Violations violations={found} />;
  return <PublishQuestion playbook={checked.draft.playbook!} done={done} />;
}
