import type { SignIn } from "../domain/staff/person.ts";
import type { Adviser } from "../ports/adviser.ts";
import type { ApiKeys } from "../ports/api-keys.ts";
import type { Clock } from "../ports/clock.ts";
import type { HeadSignatures } from "../ports/head-signatures.ts";
import type { Identity } from "../ports/identity.ts";
import type { JournalStore } from "../ports/journal-store.ts";
import type { Outbox } from "../ports/outbox.ts";
import type { PlaybookStore } from "../ports/playbook-store.ts";
import type { Sandbox } from "../ports/sandbox.ts";
import type { ScorecardDrafts } from "../ports/scorecard-drafts.ts";
import type { SessionIndex } from "../ports/session-index.ts";
import type { Signer } from "../ports/signer.ts";
import type { StaffDirectory, StaffTokens } from "../ports/staff.ts";
import type { Usage } from "../ports/usage.ts";
import type { WaitTokens, Wake, Workflow } from "../ports/workflow.ts";
import type { SessionLog } from "./session-log.ts";

/** Everything the use cases of a session stand on; each names the part it needs. */
export type Ports = {
  sessions: SessionLog;
  journal: JournalStore;
  index: SessionIndex;
  outbox: Outbox;
  playbooks: PlaybookStore;
  apiKeys: ApiKeys;
  signatures: HeadSignatures;
  signer: Signer;
  usage: Usage;
  scorecardDrafts: ScorecardDrafts;
  sandbox: Sandbox;
  /** Off where it is left out. */
  adviser?: Adviser;
  workflow: Workflow;
  waitTokens: WaitTokens;
  /** Asks for a stream's open events to be handed to the endpoints. */
  delivery: Wake;
  staff: StaffDirectory;
  staffTokens: StaffTokens;
  signIn: SignIn;
  clock: Clock;
  identity: Identity;
  /** Where the candidate's page stands, without a slash at its end. */
  site: { url: string };
};
