import type { Role } from "#shared/contracts/route.ts";
import type { Runtime } from "../local/runtime.ts";

type Person = { id: string; name: string; email: string; groups: string[] };

/** The job that the demo's hiring manager is limited to, and that its session is for. */
export const DEMO_JOB = "back-end-developer";

const person = (id: string, name: string, ...groups: (Role | `job:${string}`)[]): Person => ({
  ...{ id: `demo_${id}`, name, groups },
  email: `${id}@example.com`,
});

/** Whom the demo company can be, by the name under which scripts find their tokens. */
const PEOPLE: { [name: string]: Person } = {
  admin: person("amara", "Amara Okafor", "admin"),
  recruiter: person("rosa", "Rosa Lindqvist", "recruiter"),
  recruiter_2: person("ravi", "Ravi Mehta", "recruiter"),
  hiring_manager: person("hana", "Hana Kim", "recruiter", `job:${DEMO_JOB}`),
  interviewer: person("ines", "Inês Duarte", "interviewer"),
  interviewer_2: person("ivo", "Ivo Novák", "interviewer"),
  interviewer_3: person("isla", "Isla Reid", "interviewer"),
  reviewer: person("rui", "Rui Campos", "reviewer"),
  reviewer_2: person("runa", "Rúna Jónsdóttir", "reviewer"),
  author: person("aiko", "Aiko Tanaka", "author"),
  auditor: person("anders", "Anders Holm", "auditor"),
};

export const demoPeople = Object.values(PEOPLE);

/** Whom to sign in as to see what a role sees. */
export const oneForEachRole = (): string[] =>
  demoPeople
    .filter(({ groups }, place) => demoPeople.findIndex((other) => other.groups.join() === groups.join()) === place)
    .map(({ name, groups }) => `${name} (${groups.join(", ")})`);

/** Seconds for which scripts can use the tokens of a start. */
const TOKEN_LIFE = 12 * 3_600;

/** A token for everybody, by the names of {@link PEOPLE}. */
export async function staffTokens({ issuer }: Runtime): Promise<{ [name: string]: string }> {
  if (!issuer) throw new Error("the template has no user pool");
  const entries = Object.entries(PEOPLE).map(async ([name, { id }]) => [name, await issuer.token(id, TOKEN_LIFE)]);
  return Object.fromEntries(await Promise.all(entries));
}
