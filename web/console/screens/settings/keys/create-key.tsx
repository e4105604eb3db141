import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Scope } from "#shared/contracts/route.ts";
import { useChange } from "../../../api/hooks.ts";
import { fieldErrors } from "../../../api/problem-words.ts";
import type { AnswerOf } from "../../../api/types.ts";
import { useMe } from "../../../me.ts";
import { Confirm } from "../../../parts/confirm.tsx";
import { CheckField, TextField } from "../../../parts/field.tsx";
import { SCOPE_GROUPS } from "./scopes.ts";

type CreateKeyProps = { close: () => void; created: (key: AnswerOf<"create-api-key">) => void };

/** What the key is called and what it may do, before it is made. */
export function CreateKey({ close, created }: CreateKeyProps): JSX.Element {
  const change = useChange("create-api-key", {});
  const [label, setLabel] = useState("");
  const [scopes, setScopes] = useState<Scope[]>([]);
  const errors = fieldErrors(change.error);
  const run = async () => created(await change.run({ label, scopes }));
  return (
    <Confirm title="Make an API key" action="Make the key" {...change} run={run} close={close}>
      <TextField
        label="What is it for?"
        hint="Such as “Nightly export”; staff see it here and in the log."
        required
        maxLength={200}
        value={label}
        change={setLabel}
        error={errors["label"]}
      />
      <ScopeFields chosen={scopes} choose={setScopes} error={errors["scopes"]} />
    </Confirm>
  );
}

type ScopeFieldsProps = { chosen: readonly Scope[]; choose: (scopes: Scope[]) => void; error?: string | undefined };

/** Nobody hands out what they don't have. */
function ScopeFields({ chosen, choose, error }: ScopeFieldsProps): JSX.Element {
  const { scopes: own } = useMe();
  const set = (scope: Scope, on: boolean) =>
    choose([...chosen.filter((each) => each !== scope), ...(on ? [scope] : [])]);
  return (
    <>
      {SCOPE_GROUPS.map(({ title, scopes }) => {
        const given = scopes.filter(([scope]) => own.includes(scope));
        return (
          given.length > 0 && (
            <fieldset key={title} class="choices-group">
              <legend>{title}</legend>
              {given.map(([scope, meaning]) => (
                <CheckField
                  key={scope}
                  label={scope}
                  hint={meaning}
                  checked={chosen.includes(scope)}
                  change={(on) => set(scope, on)}
                />
              ))}
            </fieldset>
          )
        );
      })}
      {error && <p class="field-error">Choose at least one scope.</p>}
    </>
  );
}
