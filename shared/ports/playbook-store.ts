import type { AuthoredPlaybook } from "../domain/playbook/schema.ts";

/** A published, immutable version. `digest` is the hex SHA-256 of the playbook's canonical JSON. */
export type PublishedPlaybook = { playbook: AuthoredPlaybook; digest: string; published_at: string };
export type PlaybookListing = { id: string; version: number; title: string; digest: string; published_at: string };

export interface PlaybookStore {
  /**
   * Members come in canonical order, however they were published: what runs on a playbook's data must not depend on
   * whether it comes from here or from a bundle.
   * `reference` is `id@version`, or `id` for the latest version.
   */
  read(reference: string): Promise<PublishedPlaybook | undefined>;
  list(): Promise<PlaybookListing[]>;
  /** @returns false when this version exists already (then nothing is written). */
  publish(published: PublishedPlaybook): Promise<boolean>;
}
