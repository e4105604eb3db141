import { readFileSync } from "node:fs";
import path from "node:path";

type Body = ReturnType<typeof JSON.parse>;

/** Asks the running product for something and gives the answer's body; throws what it was refused with. */
export type Ask = (method: "GET" | "POST" | "PUT", path: string, body?: unknown) => Promise<Body>;

/** The demo company that `npm start` runs: its people by the names of `staff_tokens`, and its candidates by their links. */
export type Company = { as(person: string): Ask; candidate(link: string): Ask };

/** Reads where the product runs from `endpoints.json` in the data folder. Throws a sentence where it doesn't. */
export function openCompany(dataDir: string): Company {
  const file = path.join(dataDir, "endpoints.json");
  const { api_url, staff_tokens } = readEndpoints(file);
  return {
    as(person) {
      const token = staff_tokens[person];
      if (!token) throw new Error(`${file} knows no token of ${person}: start the product anew.`);
      return askWith(`${api_url}/v1`, token);
    },
    candidate: (link) => askWith(`${api_url}/v1/take`, new URL(link).hash.slice(1)),
  };
}

function readEndpoints(file: string): { api_url: string; staff_tokens: { [person: string]: string } } {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new Error(`${file} can't be read: is "npm start" running, with the same DATA_DIR?`, { cause });
  }
}

const askWith =
  (base: string, token: string): Ask =>
  async (method, address, body) => {
    const response = await fetch(base + address, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${address} was refused: ${text}`);
    return text ? JSON.parse(text) : undefined;
  };
