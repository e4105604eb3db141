import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mixedAnswers } from "./support/answers.ts";
import { candidate, machine } from "./support/people.ts";
import { startReceiver } from "./support/receiver.ts";
import { type AssayServer, startAssay, until } from "./support/server.ts";

type Mail = { to: string[]; subject: string; text: string };

const PATIENCE_OF_AN_ATS = 2_000;

let server: AssayServer;
let ats: Awaited<ReturnType<typeof startReceiver>>;
beforeAll(async () => {
  [server, ats] = await Promise.all([startAssay(), startReceiver()]);
  const company = machine(server.endpoints);
  const hosts = ["127.0.0.1"];
  for (const [name, connection] of Object.entries({
    greenhouse: { credential: "greenhouse-key", hosts },
    ashby: { credential: "ashby-key", hosts, base_url: ats.url },
    workable: { credential: "workable-token", hosts },
    recruitee: { credential: "recruitee-secret", hosts, base_url: ats.url, codename: "assay" },
  })) {
    expect((await company.request("PUT", `/v1/settings/ats/${name}`, connection)).status).toBe(200);
  }
});
afterAll(async () => {
  ats?.close();
  await server?.dispose();
});

const mailsTo = async (address: string): Promise<Mail[]> => {
  const { data } = (await (await fetch(`${server.endpoints.inbox_url}mails`)).json()) as { data: Mail[] };
  return data.filter(({ to }) => to.includes(address));
};

const linkIn = ({ text }: Mail): string => /https?:\/\/\S+\/take\/#\S+/.exec(text)![0];

/** The candidate follows the mail and takes the assessment. */
async function takeByMail(address: string): Promise<void> {
  const [mail] = await until(async () => {
    const found = await mailsTo(address);
    return found.length > 0 ? found : undefined;
  });
  await candidate(server.endpoints, linkIn(mail!)).takeWhole(mixedAnswers);
}

const person = (name: string) => ({
  first_name: name,
  last_name: "Example",
  email: `${name.toLowerCase()}@example.com`,
});

async function timed<T>(work: () => Promise<T>): Promise<{ milliseconds: number; result: T }> {
  const began = performance.now();
  const result = await work();
  return { milliseconds: performance.now() - began, result };
}

/** How many small requests an order may take the time of, where a busy machine is slow with all. */
const SMALL_REQUESTS = 8;

/** An answer that came in time. */
async function order(path: string, body: unknown) {
  const system = machine(server.endpoints);
  const small = await timed(() => system.request("GET", "/v1/ats/greenhouse/list_tests"));
  const { milliseconds, result: answer } = await timed(() => system.request("POST", `/v1/ats${path}`, body));
  expect(milliseconds).toBeLessThan(Math.max(PATIENCE_OF_AN_ATS, SMALL_REQUESTS * small.milliseconds));
  expect(answer.status).toBeLessThan(300);
  return answer.body;
}

const told = (path: string) => until(() => ats.received.findLast((request) => request.path.startsWith(path)));

describe("an order over HTTP", () => {
  test("of Greenhouse: mailed, taken, patched, complete with a report that opens without logging in", async () => {
    const body = { partner_test_id: "back-end-developer", candidate: person("Greta"), url: `${ats.url}/greenhouse/1` };
    const [first, second] = await Promise.all([
      order("/greenhouse/send_test", body),
      order("/greenhouse/send_test", body),
    ]);
    expect(second).toEqual(first);
    await takeByMail("greta@example.com");
    const patch = await told("/greenhouse/1");
    expect(patch).toMatchObject({ method: "PATCH", body: null });
    expect(patch.headers["authorization"]).toBe(`Basic ${btoa("greenhouse-key:")}`);
    const company = machine(server.endpoints);
    const status = await company.get(
      `/v1/ats/greenhouse/test_status?partner_interview_id=${first.partner_interview_id}`,
    );
    expect(status).toMatchObject({ partner_status: "complete", partner_score: expect.any(Number) });
    const token = status.partner_profile_url.split("#")[1];
    const report = await fetch(`${server.endpoints.api_url}/v1/reports/${token}`);
    expect(await report.json()).toMatchObject({
      candidate: { name: "Greta Example" },
      result: { stage: "provisional" },
    });
    const mails = await until(async () => {
      const found = await mailsTo("greta@example.com");
      return found.length >= 2 ? found : undefined;
    });
    expect(mails).toHaveLength(2);
  });

  test("of Ashby: its states and its result arrive typed", async () => {
    const body = {
      assessment_type_id: "back-end-developer",
      candidate: person("Asha"),
      application: { ashby_id: "app-1" },
    };
    const { results } = await order("/ashby/assessment.start", body);
    await takeByMail("asha@example.com");
    const update = await until(() =>
      ats.received.find(
        ({ path, body }) =>
          path === "/assessment.update" && (body as object) && "assessment_result" in (body as object),
      ),
    );
    expect(update.body).toMatchObject({
      assessment_id: results.assessment_id,
      assessment_result: { type: "numeric_score" },
      assessment_profile_url: { type: "url" },
    });
  });

  test("of Workable: the callback gets the result", async () => {
    const body = { test_id: "back-end-developer", callback_url: `${ats.url}/workable/1`, candidate: person("Wanda") };
    await order("/workable/assessments", body);
    await takeByMail("wanda@example.com");
    const put = await told("/workable/1");
    expect(put).toMatchObject({ method: "PUT", body: { status: "completed", results_url: expect.any(String) } });
    expect(put.headers["authorization"]).toBe("Bearer workable-token");
  });

  test("of Recruitee: the report gets the score", async () => {
    const body = { ...person("Rita"), report_id: "r-1", test_id: "back-end-developer" };
    await order("/recruitee/send", body);
    await takeByMail("rita@example.com");
    const patch = await told("/api/p/assay/reports/r-1");
    expect(patch).toMatchObject({ method: "PATCH", body: { status: "completed", score: expect.stringMatching(/%$/) } });
    expect(patch.headers["rt-partner-secret"]).toBe("recruitee-secret");
  });
});

test("no line of a function's log holds a name, an address or a link's secret", async () => {
  const { readFileSync } = await import("node:fs");
  const log = readFileSync(`${server.dataDir}/functions.log`, "utf8");
  expect(log.length).toBeGreaterThan(0);
  expect(log).not.toMatch(/@example\.com|Greta|Asha|Wanda|Rita|take\/#|greenhouse-key|recruitee-secret/);
});
