import type { JSX } from "preact";
import type { Role } from "#shared/domain/staff/person.ts";
import { useRead } from "../../api/hooks.ts";
import type { AnswerOf } from "../../api/types.ts";
import { Empty } from "../../parts/empty.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { Moment } from "../../parts/moment.tsx";
import { type Column, Table } from "../../parts/table.tsx";

type Member = AnswerOf<"list-staff">["data"][number];

/** Who has signed in, with which roles. */
export default function Staff(): JSX.Element {
  const staff = useRead("list-staff", {}, { query: { limit: 100 } });
  return (
    <div class="settings-place">
      <p class="hint">
        Roles come from your company's sign-in and are changed there. Here stands whoever has signed in, as their latest
        sign-in said.
      </p>
      <Loaded of={staff}>
        {({ data }) =>
          data.length > 0 ? (
            <Table caption="Staff" columns={columns} rows={data} keyOf={({ id }) => id} />
          ) : (
            <Empty title="Nobody has signed in yet" />
          )
        }
      </Loaded>
      <section>
        <h2>What each role may do</h2>
        <dl class="traits">
          {Object.entries(ROLE_WORDS).map(([role, meaning]) => (
            <div key={role}>
              <dt>{role}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}

const ROLE_WORDS: { [R in Role]: string } = {
  admin: "Everything, settings and keys included.",
  recruiter: "Invites, watches, reads reports, finalizes and decides; sees no keys of items.",
  interviewer: "Reads the interview kit, fills in and locks an own scorecard; sees no scores before.",
  reviewer: "Grades answers that wait for a person, without knowing whose they are.",
  author: "Writes and publishes playbooks, and sees whom a corrected version would move.",
  auditor: "Reads everything, changes nothing; exports bundles to verify offline.",
};

const columns: readonly Column<Member>[] = [
  {
    title: "Person",
    cell: ({ id, name }) => (
      <span class="titled">
        {name ?? "Without a name"}
        <code class="hint">{id}</code>
      </span>
    ),
  },
  { title: "Roles", cell: ({ roles }) => roles.join(", ") },
  { title: "Last seen", cell: ({ last_seen }) => <Moment at={last_seen} /> },
];
