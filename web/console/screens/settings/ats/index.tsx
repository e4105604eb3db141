import type { JSX } from "preact";
import { useRead } from "../../../api/hooks.ts";
import type { AnswerOf } from "../../../api/types.ts";
import { Badge } from "../../../parts/badge.tsx";
import { Loaded } from "../../../parts/loaded.tsx";
import { SYSTEMS } from "./systems.ts";

/** The applicant tracking systems, and which of them are connected. */
export default function Ats(): JSX.Element {
  const settings = useRead("read-settings", {});
  return (
    <div class="settings-place">
      <p class="hint">
        An ATS orders assessments and gets their results back. What it has ordered stands under{" "}
        <a href="#/settings/orders">ATS orders</a>.
      </p>
      <Loaded of={settings}>{({ ats }) => <Systems ats={ats} />}</Loaded>
    </div>
  );
}

const Systems = ({ ats }: { ats: AnswerOf<"read-settings">["ats"] }): JSX.Element => (
  <ul class="system-cards">
    {SYSTEMS.map(({ name, title }) => {
      const { has_credential, mapping } = ats[name];
      const isSet = name === "generic" ? mapping !== null : has_credential;
      return (
        <li key={name} class="panel system-card">
          <h2>
            <a href={`#/settings/ats/${name}`}>{title}</a>
          </h2>
          {isSet ? <Badge tone="good">Set up</Badge> : <Badge tone="waiting">Not set up</Badge>}
        </li>
      );
    })}
  </ul>
);
