import type { JSX } from "preact";
import { CodeBlock, Line } from "../../shared/prose.tsx";
import type { ApiDocument } from "../reading/document.ts";
import type { Group } from "../reading/entries.ts";

const CONVENTIONS: readonly (readonly [title: string, text: string])[] = [
  ["Requests", "JSON in UTF-8, `snake_case` fields, times in RFC 3339. Unknown fields and parameters are refused."],
  [
    "Credentials",
    "An API key (`ask_…`) as bearer token, or as the user name of Basic. Each key has scopes; each operation names the one it needs.",
  ],
  [
    "Refusals",
    "Problem details (RFC 9457) with a `code` that never changes, a sentence in `detail`, and in `errors` a path for everything that doesn't fit.",
  ],
  [
    "Repeating",
    "Send an `Idempotency-Key` with every POST: the same key with the same request gets the same answer for seven days.",
  ],
  ["Pages", "Lists answer with `data` and `next_cursor`; send that as `cursor` until it is `null`."],
  [
    "Limits",
    "Each answer to a key says in `RateLimit` how many requests are left. After a 429, wait for `Retry-After`.",
  ],
];

/** What to know before the first call, and where everything lies. */
export const Overview = ({ info, groups }: { info: ApiDocument["info"]; groups: readonly Group[] }): JSX.Element => (
  <div class="overview">
    <h1 tabIndex={-1}>API reference</h1>
    <p class="lede">{info.description}</p>
    <p>
      Made from the interface's <a href="/reference/openapi.json">OpenAPI document</a>; the same is served at{" "}
      <code>/v1/openapi.json</code>.
    </p>
    <CodeBlock label="A first call" text={FIRST_CALL} />
    <dl class="conventions">
      {CONVENTIONS.map(([title, text]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>
            <Line text={text} />
          </dd>
        </div>
      ))}
    </dl>
    <div class="overview-groups">
      {groups.map((group) => (
        <GroupCard key={group.name} group={group} />
      ))}
    </div>
  </div>
);

const FIRST_CALL = `curl "$API/v1/me" -H "Authorization: Bearer $KEY"`;

const GroupCard = ({ group: { title, description, entries } }: { group: Group }): JSX.Element => (
  <section class="group-card">
    <h2>{title}</h2>
    <p class="hint">
      <Line text={description} />
    </p>
    <ul>
      {entries.map(({ id, title: name }) => (
        <li key={id}>
          <a href={`#${id}`}>{name}</a>
        </li>
      ))}
    </ul>
  </section>
);
