import { describe, expect, test } from "vitest";
import { Refusal } from "#shared/domain/foundation/refusal.ts";
import { type Claims, personOf, type SignInRules } from "#shared/domain/staff/person.ts";

const COGNITO: SignInRules = {
  subject_claim: "sub",
  role_claim: "cognito:groups",
  role_mapping: null,
  jobs_claim: "cognito:groups",
};

const read = (claims: Claims, rules: Partial<SignInRules> = {}) =>
  personOf({ sub: "p1", auth_time: 7, ...claims }, { ...COGNITO, ...rules });

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return "nothing was refused";
};

describe("who a token speaks of", () => {
  test("is known by id, name, roles and one signing in", () => {
    const claims = { "cognito:groups": ["recruiter", "admin"], name: " Ada Lovelace " };
    expect(read(claims)).toEqual({ id: "p1", name: "Ada Lovelace", roles: ["admin", "recruiter"], sign_in: "7" });
  });

  test("has a role by its own name, and names that are none are passed over", () => {
    expect(read({ "cognito:groups": ["Admins", "auditor", 7, null] }).roles).toEqual(["auditor"]);
    expect(read({ "cognito:groups": "author, reviewer" }).roles).toEqual(["reviewer", "author"]);
  });

  test("has by a mapping what the mapping says, and nothing else", () => {
    const role_mapping = { "Hiring team": "recruiter", "0f-7a": "admin" } as const;
    expect(read({ roles: ["Hiring team", "auditor"] }, { role_claim: "roles", role_mapping }).roles).toEqual([
      "recruiter",
    ]);
    for (const name of ["constructor", "__proto__", "toString"]) {
      expect(codeOf(() => read({ roles: [name] }, { role_claim: "roles", role_mapping }))).toBe("forbidden");
    }
  });

  test("has roles by a claim at a path, or by one whose name holds dots", () => {
    expect(read({ realm_access: { roles: ["author"] } }, { role_claim: "realm_access.roles" }).roles).toEqual([
      "author",
    ]);
    const role_claim = "https://acme.example/roles";
    expect(read({ [role_claim]: ["author"] }, { role_claim }).roles).toEqual(["author"]);
  });

  test.each([{}, { "cognito:groups": [] }, { "cognito:groups": "" }, { "cognito:groups": { admin: true } }])(
    "without any role is refused: %j",
    (claims) => expect(codeOf(() => read(claims))).toBe("forbidden"),
  );

  test.each(["ada@example.org", "", "candidate", "system", 7, undefined])("by no opaque id is nobody: %j", (sub) => {
    expect(codeOf(() => read({ sub, "cognito:groups": ["admin"] }))).toBe("unauthenticated");
  });

  test("may be known by another claim than the subject", () => {
    const claims = { sub: "ada@example.org", uid: "00u1", "cognito:groups": ["admin"] };
    expect(read(claims, { subject_claim: "uid" }).id).toBe("00u1");
  });
});

describe("a hiring manager", () => {
  test("is limited to the jobs among the groups", () => {
    expect(read({ "cognito:groups": ["recruiter", "job:be-7", "job:fe-2"] }).jobs).toEqual(["be-7", "fe-2"]);
    expect(read({ "cognito:groups": ["recruiter"] })).not.toHaveProperty("jobs");
  });

  test("is limited to the jobs of a claim of its own, and to none where it is empty", () => {
    const rules = { jobs_claim: "jobs" };
    expect(read({ "cognito:groups": ["recruiter"], jobs: ["be-7"] }, rules).jobs).toEqual(["be-7"]);
    expect(read({ "cognito:groups": ["recruiter"], jobs: [] }, rules).jobs).toEqual([]);
    expect(read({ "cognito:groups": ["recruiter"] }, rules)).not.toHaveProperty("jobs");
  });
});
