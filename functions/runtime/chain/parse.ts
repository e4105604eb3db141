import * as z from "zod/mini";
import { Refusal } from "#shared/domain/foundation/refusal.ts";
import type { GatewayEvent, Link } from "../exchange.ts";
import { soundJson } from "../sound-json.ts";
import { violationsOf } from "../violations.ts";

/** The largest body that any operation takes. */
export const MAX_BODY_BYTES = 256 * 1024;

/** What asks for nothing takes nothing; only what applicant tracking systems add is passed over. */
const NO_QUERY = z.strictObject({});

/** Parses query and body by the route's schemas; what they don't name is refused. */
export function parse(): Link {
  return {
    before: ({ event }) => {
      const { exchange } = event;
      const { zone, query, body } = exchange.route!;
      const parameters = event.queryStringParameters ?? {};
      if (query) exchange.query = fitted(query, parameters, "The query");
      else if (zone !== "ats") fitted(NO_QUERY, parameters, "The query");
      if (body) exchange.body = fitted(body, bodyOf(event), "The body");
    },
  };
}

function bodyOf(event: GatewayEvent): unknown {
  const text = bodyText(event);
  if (text === "") return undefined;
  const type = event.headers["content-type"] ?? "";
  if (!/^application\/(?:[\w.-]+\+)?json(?: *;|$)/i.test(type)) {
    throw new Refusal("unsupported_media_type", "Send the body as application/json.");
  }
  return soundJson(parseJson(text));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const violations = [{ path: "", message: "is not JSON", ...placeOf(error, text) }];
    throw new Refusal("malformed_json", "The body is not JSON.", { violations });
  }
}

function bodyText({ body = "", isBase64Encoded }: GatewayEvent): string {
  const bytes = isBase64Encoded ? Buffer.from(body, "base64") : Buffer.from(body, "utf8");
  if (bytes.length > MAX_BODY_BYTES) {
    throw new Refusal("body_too_large", `A body may have ${MAX_BODY_BYTES / 1024} KB.`);
  }
  return isBase64Encoded ? bytes.toString("utf8") : body;
}

/** The line of the first character that doesn't fit, where the parser says which one that is; the last where one is missing. */
function placeOf(error: SyntaxError, text: string): { line?: number } {
  const isCutOff = /end of JSON input$/.test(error.message);
  const position = isCutOff ? text.length : /position (\d+)/.exec(error.message)?.[1];
  return position === undefined ? {} : { line: text.slice(0, Number(position)).split("\n").length };
}

function fitted(schema: z.ZodMiniType, value: unknown, what: string): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const violations = parsed.error.issues.filter(isFirstOfItsPlace).flatMap((issue) => violationsOf(issue, value));
  throw new Refusal("invalid_request", `${what} does not fit the operation.`, { violations });
}

/** What has the wrong type already is not told to be too short as well. */
function isFirstOfItsPlace(issue: z.core.$ZodIssue, at: number, issues: readonly z.core.$ZodIssue[]): boolean {
  const isWrongType = ({ code, path }: z.core.$ZodIssue) =>
    code === "invalid_type" && path.join("\n") === issue.path.join("\n");
  return !issues.slice(0, at).some(isWrongType);
}
