import type { Json } from "../foundation/json.ts";
import type { Candidate } from "../session/facts.ts";

export const ATS_NAMES = ["greenhouse", "ashby", "workable", "recruitee", "generic"] as const;
export type AtsName = (typeof ATS_NAMES)[number];

/** What every ATS asks for, whatever its words: that one person takes one test. */
export type OrderRequest = {
  ats: AtsName;
  /** What the ATS itself knows this request by: the same key again is the same order. */
  key: string;
  /** A playbook's id: the latest version is taken. */
  playbook: string;
  candidate: Candidate;
  /** How the ATS names the job. */
  job?: string | undefined;
  /** Ids of the ATS, given back with the session. */
  metadata: { [key: string]: Json };
  /** What a write-back needs: an address, or the ATS's id of the report. */
  callback: { [name: string]: string };
};

/** An order as it is kept. */
export type Order = {
  /** `ord_…`: the opaque id that the ATS gets. */
  id: string;
  ats: AtsName;
  /** The digest of the natural key. */
  key_hash: string;
  /** 1, and one more each time the same person is invited anew under the same key. */
  round: number;
  session: string;
  callback: { [name: string]: string };
  placed_at: string;
  /** The ATS itself took it back, and needs no telling. */
  canceled: boolean;
  /** What the ATS was told last, so that nothing is told twice. */
  told: string | null;
  told_at: string | null;
  /** The latest try to tell it, where it failed. */
  failed: { at: string; error: string } | null;
};

/** What is left of an order once its person is erased. */
export const forgotten = (order: Order): Order => ({ ...order, key_hash: "", callback: {}, canceled: true });

const LONGEST = { name: 200, id: 200, job: 100, value: 500 } as const;

/** A person's name from the parts that an ATS sends, which may be missing or empty. */
export function nameFrom(...parts: (string | null | undefined)[]): string {
  const name = parts.flatMap((part) => part?.trim() || []).join(" ");
  return (name || "Candidate").slice(0, LONGEST.name);
}

/** An id of the ATS's as `external_id`; left out where it is missing. */
export const externalId = (id: string | number | null | undefined): Pick<Candidate, "external_id"> =>
  id === null || id === undefined || id === "" ? {} : { external_id: String(id).slice(0, LONGEST.id) };

/** How the ATS names the job, cut to what a session keeps; left out where it is missing. */
export const jobOf = (id: string | null | undefined): Pick<OrderRequest, "job"> =>
  id?.trim() ? { job: id.trim().slice(0, LONGEST.job) } : {};

/** Those members that are there, cut to what a session keeps. */
export const metadataOf = (members: { [key: string]: string | number | null | undefined }): { [key: string]: Json } =>
  Object.fromEntries(
    Object.entries(members).flatMap(([key, value]) =>
      value === null || value === undefined ? [] : [[key, String(value).slice(0, LONGEST.value)]],
    ),
  );
