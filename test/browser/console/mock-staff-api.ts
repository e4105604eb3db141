import type { IncomingMessage } from "node:http";
import { operations } from "#web/console/api/generated/operations.ts";
import type { AnswerOf, StaffOperation } from "#web/console/api/types.ts";
import type { Me } from "#web/console/me.ts";
import { issuerOrigin } from "../harness.ts";
import type { Reply } from "../mock-api.ts";
import { MockIssuer } from "./mock-issuer.ts";

// biome-ignore lint/suspicious/noExplicitAny: what a test asserts of a request is the test's own business.
export type Asked = { parameters: Record<string, string>; query: Record<string, string>; body: any; key?: string };

/** Says no, as the service does. */
export class Refused {
  readonly status: number;
  readonly body: object;

  constructor(status: number, code: string, detail: string, more: object = {}) {
    this.status = status;
    this.body = { ...more, type: `urn:assay:problem:${code}`, title: code, status, detail, code, request_id: "req_1" };
  }
}

/** What the service answers, by operation; what a test leaves out is not found. */
export type Answers = {
  [O in StaffOperation]?: (asked: Asked) => AnswerOf<O> | Refused | Promise<AnswerOf<O> | Refused>;
};

/** Somebody who may do everything. */
export const ADA: Me = {
  id: "per_ada",
  kind: "staff",
  name: "Ada Example",
  roles: ["admin"],
  scopes: [],
};

/** The staff's API with an issuer beside it; keeps what it was asked. */
export class MockStaffApi {
  readonly issuer = new MockIssuer();
  readonly asked: ({ operation: string } & Asked)[] = [];
  me: Me = ADA;
  answers: Answers;

  constructor(answers: Answers = {}) {
    this.answers = answers;
  }

  now(): number {
    return Date.now();
  }

  /** What was asked of one operation, in order. */
  of(operation: StaffOperation): Asked[] {
    return this.asked.filter((each) => each.operation === operation);
  }

  async handle(request: IncomingMessage, body: unknown): Promise<Reply> {
    const url = new URL(request.url ?? "/", "http://page");
    const issuer = `${issuerOrigin(request)}/issuer`;
    if (url.pathname.startsWith("/issuer/")) return this.issuer.handle(issuer, url, String(body));
    if (url.pathname === "/v1/sign-in") return ok({ issuer, client_id: "console", scope: "openid" });
    if (request.headers.authorization !== `Bearer ${this.issuer.token}`) {
      return replyOf(new Refused(401, "unauthenticated", "Who is calling is not known."));
    }
    if (url.pathname === "/v1/me") return ok(this.me);
    return this.#answer(request, url, body);
  }

  async #answer(request: IncomingMessage, url: URL, body: unknown): Promise<Reply> {
    const found = operationFor(request.method ?? "GET", url.pathname);
    if (!found) return replyOf(new Refused(404, "not_found", `There is nothing at ${url.pathname}.`));
    const key = request.headers["idempotency-key"] as string | undefined;
    const asked = { parameters: found.parameters, query: Object.fromEntries(url.searchParams), body, key };
    this.asked.push({ operation: found.operation, ...asked });
    const answer = await this.answers[found.operation]?.(asked);
    if (answer === undefined) return replyOf(new Refused(404, "not_found", `Nothing answers ${found.operation}.`));
    return answer instanceof Refused ? replyOf(answer) : ok(answer);
  }
}

const ok = (body: unknown): Reply => ({ status: 200, body });
const replyOf = ({ status, body }: Refused): Reply => ({ status, body });

function operationFor(method: string, path: string) {
  for (const [operation, { route }] of Object.entries(operations)) {
    const [verb, template = ""] = route.split(" ");
    const pattern = new RegExp(`^${template.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)").replaceAll(".", "\\.")}$`);
    const found = verb === method ? pattern.exec(path) : null;
    const parameters = Object.fromEntries(
      Object.entries(found?.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
    if (found) return { operation: operation as StaffOperation, parameters };
  }
  return undefined;
}
