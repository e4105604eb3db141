import { createHash } from "node:crypto";
import { fingerprint, verifySignature } from "#shared/adapters/signatures.ts";
import { gradeItem, jobsOf } from "#shared/domain/grading/registry.ts";
import type { VerifyMeans } from "#shared/domain/journal/verify-bundle.ts";
import { parsePlaybook } from "#shared/domain/playbook/parse.ts";
import type { Sandbox } from "#shared/ports/sandbox.ts";

/** What verification uses of this machine: its own graders and, where one is given, its own sandbox. */
export const localMeans = (sandbox: Sandbox | undefined): VerifyMeans => ({
  digest: (text) => createHash("sha256").update(text, "utf8").digest("hex"),
  fingerprint,
  verifySignature,
  readPlaybook: (value) => parsePlaybook(value),
  regrade: ({ section, item, answer, evidence }) =>
    gradeItem({ item, section: section.id, answer, observations: evidence }),
  ...(sandbox && {
    rerun: ({ item, answer }) => Promise.all(jobsOf(item, answer).map((job) => sandbox.run(job))),
  }),
});
