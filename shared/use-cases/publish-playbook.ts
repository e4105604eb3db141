import { buildEvent, ORGANISATION } from "../domain/events/build.ts";
import { canonicalJson, sameJson } from "../domain/foundation/json.ts";
import { Refusal } from "../domain/foundation/refusal.ts";
import type { AnyItem } from "../domain/grading/schemas.ts";
import { parsePlaybook } from "../domain/playbook/parse.ts";
import type { AuthoredPlaybook } from "../domain/playbook/schema.ts";
import type { PlaybookListing, PublishedPlaybook } from "../ports/playbook-store.ts";
import { playbookJudge } from "./check-playbook.ts";
import { organisationLog } from "./organisation-log.ts";
import type { Ports } from "./ports.ts";

type PublishingPorts = Pick<Ports, "playbooks" | "journal" | "sandbox" | "clock" | "identity">;

/**
 * Publishes a playbook's version, for ever. The same playbook again is answered with what was published the first time.
 *
 * @throws Refusal `playbook_invalid` with every violation, `version_exists` where the version has other content
 */
export const publishPlaybook = (ports: PublishingPorts) => {
  const judge = playbookJudge(ports);
  const record = organisationLog(ports);

  /** What was published is proven: the same again needs no second proof. */
  async function publishedAlready(value: unknown): Promise<PublishedPlaybook | undefined> {
    const parsed = parsePlaybook(value);
    if (!("playbook" in parsed)) return undefined;
    const standing = await ports.playbooks.read(referenceOf(parsed.playbook));
    return standing?.digest === digestOf(parsed.playbook) ? standing : undefined;
  }

  const digestOf = (playbook: AuthoredPlaybook<AnyItem>): string => ports.identity.digest(canonicalJson(playbook));

  async function store(playbook: AuthoredPlaybook<AnyItem>, actor: string): Promise<PublishedPlaybook> {
    const published_at = ports.clock.now();
    const published = { playbook, digest: digestOf(playbook), published_at };
    if (!(await ports.playbooks.publish(published))) return earlierOne(published, actor);
    await tell(published, actor);
    return published;
  }

  async function earlierOne({ playbook, digest }: PublishedPlaybook, actor: string): Promise<PublishedPlaybook> {
    const reference = referenceOf(playbook);
    const standing = await ports.playbooks.read(reference);
    if (standing?.digest === digest) return toldAtLast(standing, actor);
    throw new Refusal("version_exists", `${reference} is published already, and a published version never changes.`, {
      data: { playbook: reference, digest: standing?.digest ?? null },
    });
  }

  /** What a crash kept from the journal is written when the playbook is published again. */
  async function toldAtLast(standing: PublishedPlaybook, actor: string): Promise<PublishedPlaybook> {
    const entries = await ports.journal.read(ORGANISATION);
    if (!entries.some(({ kind, payload }) => kind === "playbook.published" && sameJson(payload, factOf(standing)))) {
      await tell(standing, actor);
    }
    return standing;
  }

  function tell(published: PublishedPlaybook, actor: string): Promise<void> {
    const { published_at: at } = published;
    const payload = factOf(published);
    return record({ at, actor, kind: "playbook.published", payload }, (entry) =>
      buildEvent({
        id: ports.identity.id("evt_"),
        type: "playbook.published",
        stream: ORGANISATION,
        sequence: entry.seq,
        at: entry.at,
        data: { ...payload, links: { playbook: `/v1/playbooks/${payload.playbook}` } },
      }),
    );
  }

  return async (input: { playbook: unknown; actor: string }): Promise<PlaybookListing> => {
    const standing = await publishedAlready(input.playbook);
    if (standing) return listingOf(await toldAtLast(standing, input.actor));
    const judged = await judge(input.playbook);
    if ("playbook" in judged) return listingOf(await store(judged.playbook, input.actor));
    const { violations } = judged;
    throw new Refusal("playbook_invalid", `The playbook has ${violations.length} violation(s).`, { violations });
  };
};

const referenceOf = ({ id, version }: AuthoredPlaybook): string => `${id}@${version}`;

const factOf = ({ playbook, digest }: PublishedPlaybook) => ({ playbook: referenceOf(playbook), digest });

const listingOf = ({ playbook, digest, published_at }: PublishedPlaybook): PlaybookListing => ({
  id: playbook.id,
  version: playbook.version,
  title: playbook.title,
  digest,
  published_at,
});
