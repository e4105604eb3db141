/** Where the events stand that are sent to webhook endpoints, and the feed of them. */
export const EVENTS = "events";

/** How the operations are grouped for readers, in their order: the last group that fits a path counts. */
const GROUPS: readonly { name: string; title: string; description: string; paths: RegExp }[] = [
  {
    name: "company",
    title: "Company and keys",
    description: "Who is calling, keys for machines, settings, and what is public.",
    paths: /^\//,
  },
  {
    name: "sessions",
    title: "Sessions",
    description: "Invite a candidate, watch, and change what time and circumstances ask for.",
    paths: /^\/v1\/sessions/,
  },
  {
    name: "results",
    title: "Results",
    description:
      "Scores with their whole working, the answers they rest on, the log, and the bundle to verify offline.",
    paths: /\/\{session\}\/(result|report|answers|audit|bundle|what-if)\b/,
  },
  {
    name: "interviews",
    title: "Interviews",
    description: "The interview kit, scorecards that stay apart until they are locked, and how far raters agree.",
    paths: /\/(interview|scorecards|consensus|agreement)\b/,
  },
  {
    name: "reviews",
    title: "Reviews",
    description: "Grades that need a person, blind, and grading again under a corrected version.",
    paths: /\/(reviews?|grades)\b/,
  },
  {
    name: "decisions",
    title: "Red flags and decisions",
    description: "Red flags with two people, the final result, and what a named person decides.",
    paths: /\/(flags|finalize|decision)\b/,
  },
  {
    name: "playbooks",
    title: "Playbooks",
    description: "Role definitions as data: checked, published once, never changed.",
    paths: /^\/v1\/playbooks/,
  },
  {
    name: "webhooks",
    title: "Webhook endpoints",
    description: "The addresses that events are sent to, and what became of every delivery.",
    paths: /^\/v1\/(webhook-endpoints|deliveries)/,
  },
  {
    name: EVENTS,
    title: "Events",
    description: "What happened: sent to webhook endpoints at once, and kept for 30 days to be asked for.",
    paths: /^\/v1\/events/,
  },
  {
    name: "ats",
    title: "Applicant tracking systems",
    description: "What these systems call by themselves, in shapes of their own; set up under settings.",
    paths: /^\/v1\/ats/,
  },
  {
    name: "take",
    title: "Candidate's page",
    description:
      "What the hosted page asks for, with the token behind `#` in a session's `url`: that session, nothing else.",
    paths: /^\/v1\/take/,
  },
];

/** The name of the group that an operation belongs to. */
export const tagOf = ({ path }: { path: string }): string => GROUPS.findLast(({ paths }) => paths.test(path))!.name;

/** The groups as the document lists them. */
export const tags = (): { name: string; description: string; "x-displayName": string }[] =>
  GROUPS.map(({ name, title, description }) => ({ name, description, "x-displayName": title }));
