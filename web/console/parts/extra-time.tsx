import type { JSX } from "preact";
import type { BodyOf } from "../api/types.ts";
import { SelectField, TextField } from "./field.tsx";

/** Extra time as a form holds it: a kind and, where it takes one, a figure. */
export type ExtraTime = { kind: "none" | "multiplier" | "minutes" | "untimed"; amount: string };

export const NO_EXTRA_TIME: ExtraTime = { kind: "none", amount: "" };

const KINDS = [
  ["none", "None"],
  ["multiplier", "A multiple of the time"],
  ["minutes", "Minutes more"],
  ["untimed", "No limit at all"],
] as const;

const AMOUNTS: { [kind: string]: { label: string; hint: string } } = {
  multiplier: { label: "How many times the usual time", hint: "1.5 is half as much again." },
  minutes: { label: "How many minutes more", hint: "Added to every section." },
};

/** Which extra time somebody gets. */
export function ExtraTimeFields({
  value,
  change,
  error,
}: {
  value: ExtraTime;
  change: (value: ExtraTime) => void;
  error?: string;
}): JSX.Element {
  const amount = AMOUNTS[value.kind];
  return (
    <>
      <SelectField
        label="Extra time"
        hint="For needs that a candidate told of. Nobody who scores sees it."
        value={value.kind}
        change={(kind) => change({ ...value, kind: kind as ExtraTime["kind"] })}
        options={KINDS}
      />
      {amount && (
        <TextField
          {...amount}
          inputMode="decimal"
          required
          error={error}
          value={value.amount}
          change={(text) => change({ ...value, amount: text })}
        />
      )}
    </>
  );
}

/** As the API takes it; null for none. */
export function accommodationOf({ kind, amount }: ExtraTime): BodyOf<"create-session">["accommodation"] {
  const figure = amount.trim().replace(",", ".");
  if (kind === "none") return null;
  if (kind === "multiplier") return { kind, factor: figure };
  return kind === "minutes" ? { kind, minutes: figure } : { kind };
}
