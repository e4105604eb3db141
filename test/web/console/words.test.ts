import { describe, expect, test } from "vitest";
import { fieldErrors, wordsFor } from "#web/console/api/problem-words.ts";
import type { Session } from "#web/console/api/types.ts";
import { entriesFor, isAt } from "#web/console/layout/navigation.ts";
import { mayCall } from "#web/console/may.ts";
import type { Me } from "#web/console/me.ts";
import { accommodationOf } from "#web/console/parts/extra-time.tsx";
import { allowedFor } from "#web/console/screens/session/actions/allowed.ts";
import { ApiProblem, Unreachable } from "#web/shared/api-problem.ts";
import { fromLocal, toLocal } from "#web/shared/local-time.ts";

describe("what a problem says", () => {
  test("is the service's sentence, and what helps", () => {
    const words = wordsFor(new ApiProblem(409, { code: "wrong_status", detail: "It was canceled." }));
    expect(words).toEqual({ sentence: "It was canceled.", remedy: expect.stringContaining("look at"), canRetry: true });
  });

  test("is that the network is away, and that nothing typed is lost", () => {
    expect(wordsFor(new Unreachable("no"))).toMatchObject({ remedy: expect.stringContaining("stays"), canRetry: true });
  });

  test("is a number to tell, where something of ours failed", () => {
    const words = wordsFor(new ApiProblem(500, { code: "internal", request_id: "req_7" }));
    expect(words.remedy).toContain("req_7");
  });

  test("stands at the field that it is about", () => {
    const errors = [{ path: "candidate.email", message: "must be an address" }];
    const problem = new ApiProblem(400, { code: "invalid_request", errors });
    expect(fieldErrors(problem)).toEqual({ "candidate.email": "must be an address" });
    expect(fieldErrors(undefined)).toEqual({});
  });
});

describe("the navigation", () => {
  const load = () => Promise.reject(new Error("not loaded here"));
  const screens = [
    { path: "/sessions", load, navigation: { label: "Sessions", needs: "list-sessions" } as const },
    { path: "/sessions/:session", load },
    { path: "/settings", load, navigation: { label: "Settings", needs: "change-mail-settings" } as const },
  ];

  test("shows the places that somebody's roles open", () => {
    const words = (roles: Me["roles"]) => entriesFor({ roles }, screens).map(({ label }) => label);
    expect(words(["interviewer"])).toEqual(["Sessions"]);
    expect(words(["interviewer", "admin"])).toEqual(["Sessions", "Settings"]);
    expect(words([])).toEqual([]);
  });

  test("keeps from those who are limited to some jobs what isn't of a job", () => {
    expect(mayCall({ roles: ["admin"], jobs: ["req-1"] }, "read-session")).toBe(true);
    expect(mayCall({ roles: ["admin"], jobs: ["req-1"] }, "create-api-key")).toBe(false);
    expect(mayCall({ roles: ["admin"] }, "create-api-key")).toBe(true);
  });

  test("marks a place and what lies under it", () => {
    const sessions = { path: "/sessions", label: "Sessions" };
    expect(isAt("/sessions/ses_1", sessions)).toBe(true);
    expect(isAt("/sessions-of-others", sessions)).toBe(false);
  });
});

describe("what can be done to a session", () => {
  const may = (status: Session["status"], held = false) => allowedFor({ status, held }, () => true);

  test("is what its status allows", () => {
    expect(may("invited")).toEqual(["extend", "give-time", "reissue", "cancel", "hold", "erase"]);
    expect(may("scored")).toEqual(["reissue", "void", "hold", "erase"]);
    expect(may("erased")).toEqual([]);
  });

  test("is not to erase what is held, but to end the hold", () => {
    expect(may("decided", true)).toEqual(["reissue", "release"]);
  });

  test("is what somebody may do", () => {
    expect(allowedFor({ status: "invited", held: false }, (operation) => operation === "extend-session")).toEqual([
      "extend",
    ]);
  });
});

describe("extra time from a form", () => {
  test("is told as the service takes it, a comma for a point", () => {
    expect(accommodationOf({ kind: "none", amount: "3" })).toBeNull();
    expect(accommodationOf({ kind: "multiplier", amount: " 1,5 " })).toEqual({ kind: "multiplier", factor: "1.5" });
    expect(accommodationOf({ kind: "minutes", amount: "10" })).toEqual({ kind: "minutes", minutes: "10" });
    expect(accommodationOf({ kind: "untimed", amount: "" })).toEqual({ kind: "untimed" });
  });
});

test("a moment goes into a field for day and time and comes back, to the minute", () => {
  expect(fromLocal(toLocal("2026-11-22T14:03:27.000Z"))).toBe("2026-11-22T14:03:00.000Z");
});
