import type { Json } from "#shared/domain/foundation/json.ts";
import { type Endpoints, until } from "./server.ts";

/** A body as `JSON.parse` gives it; the journeys' expectations say what must be in it. */
type Body = ReturnType<typeof JSON.parse>;
type Answer = { status: number; body: Body; headers: Headers };

async function call(url: string, method: string, token: string, body?: unknown): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : null, headers: response.headers };
}

async function granted(answer: Promise<Answer>): Promise<Body> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`refused with ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** A company's machine with an API key. */
export function machine(endpoints: Pick<Endpoints, "api_url" | "api_key">) {
  const request = (method: string, path: string, body?: unknown) =>
    call(`${endpoints.api_url}${path}`, method, endpoints.api_key, body);
  return {
    request,
    get: (path: string) => granted(request("GET", path)),
    post: (path: string, body: unknown = {}) => granted(request("POST", path, body)),
    invite: (more: { [field: string]: Json } = {}) =>
      granted(
        request("POST", "/v1/sessions", {
          playbook: "back-end-developer",
          candidate: { name: "Ada Example", email: "ada@example.com", external_id: "cand-1" },
          ...more,
        }),
      ),
    result: (session: string, timeoutMs?: number) =>
      until(async () => {
        const answer = await request("GET", `/v1/sessions/${session}/result`);
        return answer.status === 200 ? answer.body : undefined;
      }, timeoutMs),
  };
}

/** The part of a link behind `#`. */
export const tokenOf = (url: string): string => url.slice(url.indexOf("#") + 1);

/** A candidate with a link. */
export function candidate(endpoints: Pick<Endpoints, "api_url">, link: string) {
  const token = tokenOf(link);
  const request = (method: string, path: string, body?: unknown) =>
    call(`${endpoints.api_url}/v1/take${path}`, method, token, body);
  const save = (item: string, value: Json, revision = 0) => request("PUT", `/answers/${item}`, { value, revision });
  const person = {
    request,
    save,
    view: () => granted(request("GET", "")),
    start: () => granted(request("POST", "/start", { consent: true })),
    begin: (section: string) => granted(request("POST", `/sections/${section}/begin`, {})),
    submit: (section: string) => granted(request("POST", `/sections/${section}/submit`, {})),
    /** Takes every section at once, giving the answers named by item id. */
    async takeWhole(answers: { [item: string]: Json }) {
      let view = await person.start();
      for (const section of view.sections) {
        view = await person.begin(section.id);
        for (const item of view.current.items) {
          const value = answers[item.id];
          if (value !== undefined) await granted(save(item.id, value));
        }
        view = await person.submit(section.id);
      }
      return view;
    },
  };
  return person;
}
