import { readAnswer, Unreachable } from "../../shared/api-problem.ts";
import { operations } from "./generated/operations.ts";
import type { AnswerOf, BodyOf, ParametersOf, QueryOf, ReadOperation, StaffOperation } from "./types.ts";

/** Where the client gets its tokens from. */
export type Access = {
  /** A token that holds for now. */
  token(): Promise<string>;
  /** Another in place of one that the service refused; waits while the person signs in again. */
  renew(refused: string): Promise<string>;
};

export type CallOptions<O extends StaffOperation> = {
  query?: QueryOf<O>;
  body?: BodyOf<O>;
  /** The idempotency key of a change; a repetition with the same key and body changes nothing twice. */
  key?: string;
  signal?: AbortSignal;
};

/** Asks for one operation. Throws an `ApiProblem` where the service says no, `Unreachable` where none answers. */
export type Call = <O extends StaffOperation>(
  operation: O,
  parameters: ParametersOf<O>,
  options?: CallOptions<O>,
) => Promise<AnswerOf<O>>;

const TIMEOUT = 30_000;

export const createCall =
  (access: Access): Call =>
  async <O extends StaffOperation>(operation: O, parameters: ParametersOf<O>, options: CallOptions<O> = {}) => {
    const request = requestFor(operation, { ...options, parameters });
    return (await readAnswer(await answerTo(request, access, options.signal))) as AnswerOf<O>;
  };

/** Reads an operation byte for byte, where the bytes matter. Throws as {@link Call} does. */
export type Download = <O extends ReadOperation>(operation: O, parameters: ParametersOf<O>) => Promise<Uint8Array>;

export const createDownload =
  (access: Access): Download =>
  async (operation, parameters) => {
    const response = await answerTo(requestFor(operation, { parameters }), access);
    if (!response.ok) await readAnswer(response);
    return new Uint8Array(await response.arrayBuffer());
  };

/** The answer to a request, made once more with another token where the first is refused. */
async function answerTo(request: Request, access: Access, signal?: AbortSignal): Promise<Response> {
  const token = await access.token();
  const first = await send(request, { token, signal });
  return first.status === 401 ? send(request, { token: await access.renew(token), signal }) : first;
}

type Request = { method: string; path: string; headers: Record<string, string>; body?: string };
type Asked = { parameters: object; query?: unknown; body?: unknown; key?: string };

/** Method, address, headers and text of an operation's request. */
export function requestFor(operation: StaffOperation, { parameters, query, body, key }: Asked): Request {
  const [method = "GET", template = ""] = operations[operation].route.split(" ");
  const given = Object.entries(parameters).map(([name, value]) => [name, String(value)] as const);
  const path = given.reduce((text, [name, value]) => text.replace(`{${name}}`, encodeURIComponent(value)), template);
  const search = searchOf((query ?? {}) as object);
  if (method === "GET") return { method, path: path + search, headers: {} };
  const headers = { "content-type": "application/json", "idempotency-key": key ?? crypto.randomUUID() };
  return { method, path: path + search, headers, body: JSON.stringify(body ?? {}) };
}

function searchOf(query: object): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === "" ? [] : [[name, String(value)]],
  );
  return given.length > 0 ? `?${new URLSearchParams(given)}` : "";
}

async function send(request: Request, { token, signal }: { token: string; signal: AbortSignal | undefined }) {
  const { method, path, headers, body } = request;
  const patience = AbortSignal.timeout(TIMEOUT);
  try {
    return await fetch(path, {
      method,
      headers: { ...headers, authorization: `Bearer ${token}` },
      body,
      cache: "no-store",
      credentials: "omit",
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new Unreachable("No answer came from the service.", { cause });
  }
}
