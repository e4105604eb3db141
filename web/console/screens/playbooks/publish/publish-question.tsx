import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Notice } from "../../../../shared/notice.tsx";
import { useChange, useRead } from "../../../api/hooks.ts";
import { Confirm } from "../../../parts/confirm.tsx";
import { say } from "../../../parts/toasts.tsx";

type QuestionProps = { playbook: { [member: string]: unknown }; done: (reference: string) => void };

/** What a sound playbook would become, and the last question before it does. */
export function PublishQuestion({ playbook, done }: QuestionProps): JSX.Element {
  const [asked, ask] = useState(false);
  const reference = `${playbook["id"]}@${playbook["version"]}`;
  const exists = useIsPublished(reference);
  return (
    <Notice kind={exists ? "setback" : "note"}>
      {exists ? (
        <p>
          Nothing is wrong with it, but {reference} is published already and never changes. Raise <code>version</code>,
          then check again.
        </p>
      ) : (
        <>
          <p>Nothing to repair: every key proved itself. It would become {reference}.</p>
          <button type="button" class="button publish-button" onClick={() => ask(true)}>
            Publish {reference}
          </button>
        </>
      )}
      {asked && (
        <Asked playbook={playbook} reference={reference} close={() => ask(false)} done={() => done(reference)} />
      )}
    </Notice>
  );
}

function useIsPublished(reference: string): boolean {
  const { data } = useRead("list-playbooks", {}, { query: { limit: 100 } });
  return data?.data.some(({ id, version }) => `${id}@${version}` === reference) ?? false;
}

type AskedProps = Omit<QuestionProps, "done"> & { reference: string; close: () => void; done: () => void };

function Asked({ playbook, reference, close, done }: AskedProps): JSX.Element {
  const change = useChange("publish-playbook", {});
  const run = async () => {
    await change.run(playbook as never);
    say(`${reference} is published.`);
    done();
  };
  return (
    <Confirm title={`Publish ${reference}?`} action="Publish" {...change} run={run} close={close}>
      <p>
        Nothing can change this version afterwards. New invitations that name no version use it from now on; sessions
        that were invited before keep theirs.
      </p>
    </Confirm>
  );
}
