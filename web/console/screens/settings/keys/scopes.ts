import type { Scope } from "#shared/contracts/route.ts";

type Group = { title: string; scopes: readonly (readonly [scope: Scope, meaning: string])[] };

/** What each scope lets a key do, by what it concerns. */
export const SCOPE_GROUPS: readonly Group[] = [
  {
    title: "Sessions and results",
    scopes: [
      ["sessions:read", "List and read sessions, with candidates' names."],
      ["sessions:write", "Invite, cancel, extend, give extra time, declare void."],
      ["sessions:erase", "Erase personal data, and hold sessions back from erasure."],
      ["results:read", "Read scores, answers and how each point came about."],
      ["audit:read", "Read the log, export the signed bundle: keys of items included."],
    ],
  },
  {
    title: "What people judge",
    scopes: [
      ["interviews:write", "Fill in and lock scorecards, record a consensus."],
      ["reviews:write", "Grade answers that wait for a person; regrade."],
      ["flags:write", "Raise, confirm, lift and override red flags."],
      ["decisions:write", "Finalize results and record decisions."],
      ["staff:act", "Name, with each request, the person on whose behalf it is made. One system only."],
      ["staff:read", "Read who works with the console."],
    ],
  },
  {
    title: "Playbooks",
    scopes: [
      ["playbooks:read", "List and read playbooks, keys included."],
      ["playbooks:write", "Check and publish versions."],
    ],
  },
  {
    title: "Events",
    scopes: [
      ["events:read", "Ask for events of the last 30 days."],
      ["webhooks:write", "Set up webhook endpoints, see and repeat deliveries."],
    ],
  },
  {
    title: "Applicant tracking systems",
    scopes: [
      ["ats:greenhouse", "What Greenhouse calls, and nothing else."],
      ["ats:ashby", "What Ashby calls, and nothing else."],
      ["ats:workable", "What Workable calls, and nothing else."],
      ["ats:recruitee", "What Recruitee calls, and nothing else."],
      ["ats:generic", "“Stage changed” webhooks of any other system."],
    ],
  },
  {
    title: "Company",
    scopes: [
      ["settings:write", "Read and change mail, reports and ATS connections."],
      ["keys:write", "Make and revoke API keys."],
    ],
  },
];
