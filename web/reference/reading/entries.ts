import { type Answer, type ApiDocument, type Described, type Parameter, resolved, type Schema } from "./document.ts";

/** A way in which an operation says no. */
export type RefusalLine = { status: string; code: string; title: string };

/** Who may call: a machine with its key, a session's candidate, or anybody; an event is sent by us. */
export type Caller = "key" | "candidate" | "anybody" | "us";

/** One operation, or one event, as its page shows it. */
export type Entry = {
  id: string;
  title: string;
  summary: string;
  description: string;
  method: string;
  /** The path of an operation, the type of an event. */
  path: string;
  caller: Caller;
  parameters: Parameter[];
  body: { required: boolean; schema: Schema } | undefined;
  success: { status: string; description: string; schema: Schema | undefined }[];
  refusals: RefusalLine[];
};

export type Group = { name: string; title: string; description: string; entries: Entry[] };

/** Everything that the document tells of, group by group; the events stand in a group of their own. */
export function groupsOf(document: ApiDocument): Group[] {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({ method: method.toUpperCase(), path, described })),
  );
  const events = Object.entries(document.webhooks).map(([path, { post }]) => ({
    method: "EVENT",
    path,
    described: post,
  }));
  const all = [...operations, ...events];
  return document.tags.map(({ name, description, "x-displayName": title }) => ({
    name,
    title,
    description,
    entries: all.filter(({ described }) => described.tags.includes(name)).map((place) => entryOf(document, place)),
  }));
}

type Placed = { method: string; path: string; described: Described };

function entryOf(document: ApiDocument, { method, path, described }: Placed): Entry {
  const answers = Object.entries(described.responses).map(
    ([status, answer]) => [status, resolved<Answer>(document, answer)] as const,
  );
  const isEvent = method === "EVENT";
  return {
    id: described.operationId,
    title: isEvent ? path : titleOf(described.operationId),
    summary: described.summary,
    description: described.description ?? "",
    method,
    path,
    caller: isEvent ? "us" : callerOf(described),
    parameters: described.parameters.map((parameter) => resolved<Parameter>(document, parameter)),
    body: described.requestBody && {
      required: described.requestBody.required,
      schema: described.requestBody.content["application/json"]!.schema,
    },
    success: answers.filter(([status]) => status.startsWith("2")).map(successOf),
    refusals: answers.filter(([status]) => !status.startsWith("2")).flatMap(refusalsOf),
  };
}

const NAMES: { [word: string]: string } = { api: "API", ats: "ATS", openapi: "OpenAPI document", me: "who is calling" };

/** `create-session` as people say it. */
export function titleOf(operationId: string): string {
  const words = operationId
    .split("-")
    .map((word) => NAMES[word] ?? word)
    .join(" ");
  return words[0]!.toUpperCase() + words.slice(1);
}

function callerOf({ security }: Described): Caller {
  if (security.length === 0) return "anybody";
  return security.some((scheme) => "candidate" in scheme) ? "candidate" : "key";
}

function successOf([status, { description, content }]: readonly [string, Answer]): Entry["success"][number] {
  return { status, description, schema: content?.["application/json"]?.schema };
}

const CODE = /`(\w+)`: ([^;]+)/g;

/** The codes that an answer's description lists; the description itself where it lists none. */
function refusalsOf([status, { description }]: readonly [string, Answer]): RefusalLine[] {
  const codes = [...description.matchAll(CODE)].map(([, code, title]) => ({
    status,
    code: code!,
    title: title!.trim(),
  }));
  return codes.length > 0 ? codes : [{ status, code: "", title: description }];
}
