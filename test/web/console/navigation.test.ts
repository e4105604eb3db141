import { expect, test } from "vitest";
import type { Role } from "#shared/domain/staff/person.ts";
import { homeOf } from "#web/console/layout/navigation.ts";
import { screens } from "#web/console/screens.ts";

test.each<[string, Role[], string]>([
  ["who interviews only begins at the interviews", ["interviewer"], "/interviews"],
  ["who reviews only begins at the reviews", ["reviewer"], "/reviews"],
  ["a recruiter begins at the sessions", ["recruiter"], "/sessions"],
  ["who also interviews, too", ["recruiter", "interviewer"], "/sessions"],
  ["an author begins at the playbooks", ["author"], "/playbooks"],
])("%s", (_title, roles, home) => {
  expect(homeOf({ roles }, screens)).toBe(home);
});

test("who has no role begins nowhere", () => {
  expect(homeOf({ roles: [] }, screens)).toBeUndefined();
});
