import { createConfig, lintFromString } from "@redocly/openapi-core";
import { describe, expect, test } from "vitest";
import { openApi } from "#shared/contracts/openapi.ts";
import { problem, problems } from "#shared/contracts/problem.ts";
import type { Route } from "#shared/contracts/route.ts";
import { atsRoutes, candidateRoutes, routes, staffRoutes } from "#shared/contracts/routes.ts";
import { EVENT_TYPES } from "#shared/domain/events/event.ts";
import { ROLES, type Role } from "#shared/domain/staff/person.ts";

const table: readonly Route[] = routes;
/** Sent by POST because of what is asked; nothing is kept. */
const ASKING = ["suppose-result"];

describe("the route table", () => {
  test("declares every operation once", () => {
    expect(new Set(table.map((route) => route.operation)).size).toBe(table.length);
    expect(new Set(table.map((route) => `${route.method} ${route.path}`)).size).toBe(table.length);
  });

  test("lets a candidate call nothing but /v1/take", () => {
    for (const route of table) {
      const candidates = "candidate" in route.access;
      expect(route.path.startsWith("/v1/take")).toBe(candidates);
      expect(route.zone === "candidate").toBe(candidates);
    }
    expect(candidateRoutes.length + staffRoutes.length + atsRoutes.length).toBe(table.length);
  });

  test("lets each applicant tracking system call its own operations and nothing else", () => {
    for (const { path, zone, access } of table) {
      const [, system] = /^\/v1\/ats\/(\w+)/.exec(path) ?? [];
      expect("scope" in access && access.scope.startsWith("ats:") ? access.scope : undefined).toBe(
        system && `ats:${system}`,
      );
      if (system) expect(zone).toBe("ats");
    }
  });

  const allowed = (role: Role) =>
    table.filter(({ access }) => "roles" in access && access.roles.includes(role)).map(({ operation }) => operation);
  const changing = table
    .filter(({ method, operation }) => method !== "GET" && !ASKING.includes(operation))
    .map(({ operation }) => operation);

  test("lets people call the staff's zone and nothing else, an admin all of it", () => {
    for (const { zone, access } of table) {
      if (!("roles" in access)) continue;
      expect(access.roles.includes("admin")).toBe(zone === "staff");
      expect(access.roles.length > 0).toBe(zone === "staff");
    }
  });

  test("lets an auditor read everything and change nothing", () => {
    const reading = table.filter(
      ({ method, access }) => method === "GET" && "roles" in access && access.roles.length > 0,
    );
    expect(allowed("auditor").filter((operation) => changing.includes(operation))).toEqual([]);
    expect(reading.map(({ operation }) => operation).filter((each) => !allowed("auditor").includes(each))).toEqual([]);
  });

  test("shows an interviewer no result, answer or review, and a reviewer no name", () => {
    const telling = ["read-result", "read-answers", "read-audit", "export-bundle", "suppose-result", "read-agreement"];
    for (const operation of [...telling, "read-review", "read-flags", "read-playbook"]) {
      expect(allowed("interviewer")).not.toContain(operation);
    }
    for (const operation of [...telling, "read-session", "list-sessions", "read-interview", "read-scorecards"]) {
      expect(allowed("reviewer")).not.toContain(operation);
    }
  });

  test("keeps an author to playbooks", () => {
    const others = allowed("author").filter((operation) => !/playbook|staff|regrade-sessions/.test(operation));
    expect(others).toEqual([]);
  });

  test("lets nobody but an admin and an auditor take a bundle away, and nobody but an admin make keys", () => {
    const rolesOf = (operation: string) => ROLES.filter((role) => allowed(role).includes(operation));
    expect(rolesOf("export-bundle")).toEqual(["admin", "auditor"]);
    expect(rolesOf("create-api-key")).toEqual(["admin"]);
    expect(rolesOf("decide-session")).toEqual(["admin", "recruiter"]);
  });

  test("leaves open only what is public by nature", () => {
    const open = table.filter((route) => "open" in route.access).map((route) => route.path);
    expect(open).toEqual([
      "/v1/sign-in",
      "/v1/openapi.json",
      "/.well-known/assay-keys",
      "/.well-known/webhook-keys",
      "/v1/reports/{token}",
    ]);
  });

  test("has a body schema on every method that sends one, and on no other", () => {
    for (const route of table) expect(Boolean(route.body)).toBe(["POST", "PUT", "PATCH"].includes(route.method));
  });

  test("names a path's parameters in one lower-case word", () => {
    for (const route of table) {
      for (const part of route.path.split("/").filter((segment) => segment.startsWith("{"))) {
        expect(part).toMatch(/^\{[a-z]+\}$/);
      }
    }
  });
});

describe("bodies", () => {
  const body = (operation: string) => table.find((route) => route.operation === operation)!.body!;
  const invitation = { playbook: "back-end-developer@1", candidate: { name: "Ada", email: "ada@example.org" } };

  test("refuse unknown fields", () => {
    expect(body("create-session").safeParse({ ...invitation, colour: "red" }).success).toBe(false);
    expect(body("save-answer").safeParse({ value: "1", revision: 0, at: "now" }).success).toBe(false);
  });

  test("take decimals as texts and as JSON numbers alike", () => {
    for (const factor of ["1.5", 1.5]) {
      const accommodation = { kind: "multiplier", factor };
      const parsed = body("accommodate-session").safeParse({ accommodation });
      expect(parsed.data).toEqual({ accommodation: { kind: "multiplier", factor: "1.5" } });
    }
    const tiny = { accommodation: { kind: "multiplier", factor: 1e-9 } };
    expect(body("accommodate-session").safeParse(tiny).success).toBe(false);
  });

  test("bring times to UTC with milliseconds", () => {
    const parsed = body("extend-session").safeParse({ expires_at: "2027-01-01T02:00:00+02:00" });
    expect(parsed.data).toEqual({ expires_at: "2027-01-01T00:00:00.000Z" });
  });

  test("take consent only when it is given", () => {
    expect(body("start-session").safeParse({ consent: true }).success).toBe(true);
    expect(body("start-session").safeParse({ consent: false }).success).toBe(false);
  });

  test("may be left out where nothing is asked", () => {
    for (const operation of ["begin-section", "submit-section", "withdraw-session", "cancel-session"]) {
      expect(body(operation).safeParse(undefined).success).toBe(true);
      expect(body(operation).safeParse({}).success).toBe(true);
    }
  });
});

describe("a problem document", () => {
  test("takes status and title from the catalogue and the rest from the case", () => {
    const document = problem("section_closed", { detail: "Too late.", request_id: "req_1", data: { kept: true } });
    expect(document).toEqual({
      type: "urn:assay:problem:section_closed",
      title: problems.section_closed.title,
      status: 409,
      detail: "Too late.",
      code: "section_closed",
      request_id: "req_1",
      kept: true,
    });
  });

  test("keeps its own members where a refusal's data have the same name", () => {
    const document = problem("not_found", { detail: "No.", request_id: "req_1", data: { status: "scored" } });
    expect(document.status).toBe(404);
  });
});

describe("the OpenAPI document", () => {
  const document = openApi(routes, "1.2.3") as {
    openapi: string;
    webhooks: Record<string, unknown>;
    paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>>;
  };

  test("holds every operation with its success and its refusals", () => {
    for (const route of table) {
      const operation = document.paths[route.path]![route.method.toLowerCase()]!;
      expect(operation.operationId).toBe(route.operation);
      const statuses = Object.keys(operation.responses).map(Number);
      expect(statuses).toContain(route.success.status);
      for (const code of route.refusals) expect(statuses).toContain(problems[code].status);
    }
  });

  test("is plain JSON", () => expect(JSON.parse(JSON.stringify(document))).toEqual(document));

  test("tells of every event that is sent", () => {
    expect(Object.keys(document.webhooks)).toEqual([...EVENT_TYPES]);
  });

  test("has nothing that the recommended rules of a public linter find wrong or doubtful", async () => {
    const config = await createConfig({ extends: ["recommended"] });
    const found = await lintFromString({ source: JSON.stringify(document), config });
    expect(found.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
  });
});
