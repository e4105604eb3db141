import type { HttpEvent } from "#functions/runtime/exchange.ts";
import type { Zone } from "#shared/contracts/route.ts";
import { routes } from "#shared/contracts/routes.ts";
import { ROLES } from "#shared/domain/staff/person.ts";
import { drawingPlaybook } from "#test/builders/drawing-playbook.ts";
import { plainToken } from "#test/builders/sign-in.ts";
import type { Random } from "../simulation/random.ts";
import type { Described } from "./document.ts";
import { named, valueFor } from "./generate.ts";
import { BROKEN_PARAMETERS, BROKEN_TEXTS, mutated } from "./mutate.ts";
import type { Marked, Stage } from "./stage.ts";

/** Who sends a request, and what it is about. */
export type Sent = {
  event: HttpEvent;
  described: Described;
  zone: Zone;
  /** The session whose candidate calls, or that the path names. */
  session: Marked | undefined;
  credential: "none" | "wrong" | "few" | "all" | "staff" | "candidate";
};

/** Ids by the word that paths call them by. */
export type Pools = { [parameter: string]: string[] };

type Given = { described: Described; stage: Stage; sessions: readonly Marked[]; pools: Pools; random: Random };

/** What people do once the assessment is over; the last two sessions are. */
const JUDGING = /scorecard|consensus|flag|grade|finalize|decide|suppose|object/;

/** A request to one operation: mostly one that is allowed, else with something wrong about it. */
export function requestTo(given: Given): Sent {
  const { described, random, sessions, pools } = given;
  const { zone } = routes.find(({ operation }) => operation === described.operationId)!;
  const chosen = random.pick(JUDGING.test(described.operationId) ? sessions.slice(-2) : sessions);
  const parameters = pathOf(described, { pools, random, session: chosen });
  const { credential, authorization } = credentialOf(given, zone, chosen);
  const isAbout = zone === "candidate" || parameters["session"] === chosen.id;
  const body = bodyOf(given, chosen);
  const headers = {
    ...(body !== undefined && { "content-type": random.chance(0.97) ? "application/json" : "text/plain" }),
    ...(authorization && { authorization }),
    ...(credential === "all" &&
      random.chance(0.7) && { "assay-actor": parameters["interviewer"] ?? random.pick(["int_1", "rec_1"]) }),
    ...(random.chance(0.2) && { "idempotency-key": random.pick(["one", "two", `k${random.between(1, 1e9)}`, "b ad"]) }),
  };
  const query = queryOf(given);
  const event = {
    routeKey: `${described.method} ${described.path}`,
    rawPath: described.path,
    headers,
    pathParameters: parameters,
    ...(Object.keys(query).length > 0 && { queryStringParameters: query }),
    requestContext: { requestId: `req-${random.between(1, 1e9)}`, http: { method: described.method } },
    ...(body !== undefined && { body }),
  } as unknown as HttpEvent;
  return { event, described, zone, session: isAbout ? chosen : undefined, credential };
}

function credentialOf({ stage, random, described }: Given, zone: Sent["zone"], session: Marked) {
  if (described.security.length === 0 || random.chance(0.05)) return { credential: "none" as const };
  if (random.chance(0.05)) return { credential: "wrong" as const, authorization: "Bearer ask_nobody" };
  if (zone === "candidate") return { credential: "candidate" as const, authorization: `Bearer ${session.token}` };
  if (random.chance(0.1)) return { credential: "few" as const, authorization: `Bearer ${stage.keys.few}` };
  if (zone === "staff" && random.chance(0.08)) {
    const claims = { sub: `per_${random.pick([1, 2])}`, "cognito:groups": [random.pick(ROLES)], name: "Person" };
    return { credential: "staff" as const, authorization: `Bearer ${plainToken(claims)}` };
  }
  return { credential: "all" as const, authorization: `Basic ${Buffer.from(`${stage.keys.all}:`).toString("base64")}` };
}

function pathOf(
  { parameters }: Described,
  { pools, random, session }: { pools: Pools; random: Random; session: Marked },
): { [name: string]: string } {
  const named = parameters.filter((parameter) => parameter.in === "path");
  return Object.fromEntries(
    named.map(({ name }) => {
      if (random.chance(0.1)) return [name, random.pick(BROKEN_PARAMETERS)];
      return [name, name === "session" ? session.id : random.pick(pools[name] ?? ["x"])];
    }),
  );
}

function queryOf({ described, random, pools }: Given): { [name: string]: string } {
  const asked = described.parameters.filter(
    (parameter) => parameter.in === "query" && random.chance(parameter.required ? 0.9 : 0.4),
  );
  const words = Object.values(pools).flat();
  const drawn = ({ name, schema }: (typeof asked)[number]) =>
    named(name, random, words) ?? String(valueFor(schema, random, words));
  const query = Object.fromEntries(asked.map((parameter) => [parameter.name, drawn(parameter)]));
  return random.chance(0.05) ? { ...query, [random.pick(["colour", "__proto__", "limit"])]: "-1" } : query;
}

const somePlaybook = (random: Random) => ({ ...drawingPlaybook(), version: random.between(1, 3) });
const code = { language: "javascript", source: "function double(n) { return 2 * n; }" };

/** What no generator comes upon by chance. */
const SAMPLES: { [operation: string]: (random: Random) => unknown } = {
  "publish-playbook": somePlaybook,
  "check-playbook": somePlaybook,
  "save-answer": (random) => ({ value: random.pick<unknown>(["2", code]), revision: random.between(0, 1) }),
  "run-examples": () => ({ value: code }),
  "save-scorecard": (random) => ({
    ratings: [{ question: "why", value: random.between(1, 5), observation: "So it was said." }],
  }),
  "record-consensus": () => ({ question: "why", value: 3, reason: "We agreed." }),
  "review-grade": () => ({ item: "a", points: "0.5", reason: "Half of it.", quote: "half" }),
  "raise-flag": () => ({ flag: "liar", observation: "So it was said." }),
  ...Object.fromEntries(["confirm", "lift", "override"].map((verb) => [`${verb}-flag`, () => ({ reason: "Looked." })])),
  "object-to-grade": () => ({ item: "a", text: "No." }),
  "decide-session": () => ({ outcome: "hold", reason: "Later." }),
  "suppose-result": () => ({ points: { a: "1" } }),
  "extend-session": (random) => ({ expires_at: `2026-05-0${random.between(1, 9)}T00:00:00Z` }),
};

/** The body as text; what a candidate writes holds the session's own word. */
function bodyOf({ described, random, pools }: Given, session: Marked): string | undefined {
  const schema = described.requestBody?.content["application/json"]?.schema;
  if (!schema || (!described.requestBody!.required && random.chance(0.5))) return undefined;
  if (random.chance(0.04)) return random.pick(BROKEN_TEXTS);
  const writes = described.path.startsWith("/v1/take");
  const words = [...Object.values(pools).flat(), ...(writes ? session.markers.slice(-1) : [])];
  const sample = SAMPLES[described.operationId];
  const body = sample && random.chance(0.6) ? sample(random) : valueFor(schema, random, words);
  return JSON.stringify(random.chance(0.35) ? mutated(body, random) : body);
}
