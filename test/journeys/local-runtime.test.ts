import { fork } from "node:child_process";
import { createPublicKey, verify } from "node:crypto";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  CreateTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { DescribeExecutionCommand, GetExecutionHistoryCommand, SFNClient } from "@aws-sdk/client-sfn";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Identity, isAlive } from "#scripts/local/processes.ts";
import { LOCAL_CLIENT } from "#scripts/local/runtime.ts";
import { synthesizeFixture } from "../local/fixture/application.ts";
import { temporaryFolder } from "../local/fixture/folder.ts";

type Served = Awaited<ReturnType<typeof serve>>;
type Note = { note?: string; token?: string; echo?: unknown };

const folder = temporaryFolder();
const running = new Set<Served>();
let outDir: string;
let dataFolders = 0;

beforeAll(() => {
  outDir = synthesizeFixture(folder.path);
});
afterEach(async () => {
  for (const served of running) await served.end("SIGTERM");
});
afterAll(() => folder.remove());

const newDataDir = () => join(folder.path, `data-${dataFolders++}`);

function launch(dataDir: string, code = "source", tables = "native") {
  const script = new URL("../local/fixture/serve.ts", import.meta.url);
  return fork(script, [outDir, dataDir, code, tables], { execPath: process.execPath, stdio: "pipe" });
}

/** The fixture, run by a process of its own. */
async function serve(dataDir: string, { code = "source", tables = "native" } = {}) {
  const began = performance.now();
  const child = launch(dataDir, code, tables);
  const errors: string[] = [];
  child.stderr?.on("data", (text) => errors.push(String(text)));
  const [message] = (await Promise.race([once(child, "message"), once(child, "exit").then(() => [undefined])])) as [
    { url: string; awsUrl: string; dynamodbUrl: string; resumed: number } | undefined,
  ];
  if (!message) throw new Error(`the runtime did not start: ${errors.join("")}`);
  const send = async (method: string, path: string, body?: unknown) => {
    const headers = { "content-type": "application/json" };
    const response = await fetch(message.url + path, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };
  const served = {
    ...message,
    send,
    errors,
    millisecondsSinceStart: () => performance.now() - began,
    register: () => JSON.parse(readFileSync(join(dataDir, "runtime.json"), "utf8")),
    notes: (): Note[] =>
      existsSync(join(dataDir, "notes.jsonl"))
        ? readFileSync(join(dataDir, "notes.jsonl"), "utf8")
            .trim()
            .split("\n")
            .map((line) => JSON.parse(line))
        : [],
    end: async (signal: NodeJS.Signals) => {
      running.delete(served);
      const ended = once(child, "exit");
      child.kill(signal);
      return ended;
    },
  };
  running.add(served);
  return served;
}

/** What the function gives as soon as it gives something. */
async function eventually<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 300; tries++) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error("it never came");
}

/** The children that a runtime has registered, once there are any. */
function childrenIn(register: string): Identity[] | undefined {
  const { children = [] } = existsSync(register) ? JSON.parse(readFileSync(register, "utf8") || "{}") : {};
  return children.length > 0 ? children : undefined;
}

const tokenOf = (served: Served) => eventually(() => served.notes().findLast(({ token }) => token)?.token);

const describeExecution = (served: Served, executionArn: string) =>
  new SFNClient({ ...LOCAL_CLIENT, endpoint: served.awsUrl }).send(new DescribeExecutionCommand({ executionArn }));

async function invoke(served: Served, FunctionName: string, event: object) {
  const client = new LambdaClient({ ...LOCAL_CLIENT, endpoint: served.awsUrl });
  const call = new InvokeCommand({ FunctionName, Payload: Buffer.from(JSON.stringify(event)) });
  const { FunctionError, Payload } = await client.send(call);
  return { error: FunctionError, answer: JSON.parse(Buffer.from(Payload!).toString("utf8")) };
}

const ended = (served: Served, arn: string) =>
  eventually(async () => {
    const execution = await describeExecution(served, arn);
    return execution.status === "RUNNING" ? undefined : execution;
  });

describe.each([
  { code: "source", tables: "native" },
  { code: "bundle", tables: "portable" },
])("a synthesized application, run from $code with $tables tables,", (kind) => {
  test("answers through its real AWS clients", async () => {
    const served = await serve(newDataDir(), kind);
    expect(await served.send("PUT", "/items/a", { n: 1 })).toMatchObject({ status: 200 });
    expect(await served.send("GET", "/items/a")).toEqual({ status: 200, body: { value: '{"n":1}' } });

    const { body } = await served.send("POST", "/signatures", "text");
    const key = createPublicKey({ key: Buffer.from(body.publicKey, "base64"), format: "der", type: "spki" });
    expect(verify("sha256", Buffer.from('"text"'), key, Buffer.from(body.signature, "base64"))).toBe(true);

    const answer = { echo: "x", calls: expect.any(Number) };
    const sync = await served.send("POST", "/calls/sync", { echo: "x" });
    expect(sync.body).toEqual({ status: 200, error: null, answer });
    expect((await served.send("POST", "/calls/event", { echo: "later" })).body.status).toBe(202);
    await eventually(() => served.notes().find(({ echo }) => echo === "later"));
  });

  test("runs its state machine through a callback, retries, a catcher and a wait", async () => {
    const served = await serve(newDataDir(), kind);
    const input = { seconds: 60, rest: 0 };
    const { arn } = (await served.send("POST", "/runs/one", input)).body;
    const token = await tokenOf(served);
    const items = [{ value: 1 }, { value: 2, fail: "Permanent" }, { value: 3 }];
    expect((await served.send("POST", "/tokens", { token, output: { items } })).status).toBe(200);
    const execution = await ended(served, arn);
    expect(execution.status).toBe("SUCCEEDED");
    expect(JSON.parse(execution.output!)).toEqual({ results: [1, { failed: "Permanent" }, 3] });

    const client = new SFNClient({ ...LOCAL_CLIENT, endpoint: served.awsUrl });
    const { events } = await client.send(new GetExecutionHistoryCommand({ executionArn: arn, maxResults: 1000 }));
    expect(events?.at(0)?.executionStartedEventDetails?.input).toBe(JSON.stringify(input));
    expect(events?.at(-1)?.type).toBe("ExecutionSucceeded");
    expect((await served.send("POST", "/tokens", { token, output: {} })).status).toBe(500);
  });
});

describe("a function", () => {
  test("has an environment of its own", async () => {
    const served = await serve(newDataDir());
    const { body } = await served.send("GET", "/environment");
    expect(body).toMatchObject({
      AWS_REGION: "us-east-1",
      AWS_LAMBDA_FUNCTION_NAME: "Front",
      AWS_ENDPOINT_URL: served.awsUrl,
      AWS_ENDPOINT_URL_DYNAMODB: served.dynamodbUrl,
      WORKER: "Worker",
    });
    expect(body).not.toHaveProperty("PATH");
    expect(body).not.toHaveProperty("HOME");
  });

  test("that fails, hangs or ends its process says so as Lambda does, and the next event is answered", async () => {
    const served = await serve(newDataDir());
    const call = async (event: object) => (await served.send("POST", "/calls/sync", event)).body;
    expect(await call({ fail: "Transient" })).toMatchObject({
      error: "Unhandled",
      answer: { errorType: "Transient", errorMessage: expect.stringContaining("told to fail") },
    });
    expect(await call({ exit: true })).toMatchObject({ answer: { errorType: "Runtime.ExitError" } });
    expect(await call({ crash: true })).toMatchObject({ answer: { calls: 1 } });
    await new Promise((done) => setTimeout(done, 200));
    expect(await call({ echo: 1 })).toMatchObject({ answer: { echo: 1, calls: 1 } });
    // the caller's own time is up at the same moment, so the hanging call is seen by what comes after it
    expect(await served.send("POST", "/calls/sync", { loop: true })).toMatchObject({ status: 500 });
    expect(await call({ echo: 2 })).toMatchObject({ answer: { echo: 2 } });
  });
});

describe("functions", () => {
  test("run several events at once where they may, and one after the other where they may not", async () => {
    const served = await serve(newDataDir());
    const callsOf = async (name: string) => {
      const events = Array.from({ length: 3 }, () => invoke(served, name, { pause: 400 }));
      return (await Promise.all(events)).map(({ answer }) => answer.calls).sort();
    };
    expect(await callsOf("Single")).toEqual([1, 2, 3]);
    expect(await callsOf("Worker")).toEqual([1, 1, expect.any(Number)]);
  });

  test("that cannot be loaded say why", async () => {
    const served = await serve(newDataDir());
    const { error, answer } = await invoke(served, "Broken", {});
    expect([error, answer.errorMessage]).toEqual(["Unhandled", expect.stringContaining("exports no function handler")]);
  });

  test("that nobody knows, and services that are not run here, are refused loudly", async () => {
    const served = await serve(newDataDir());
    await expect(invoke(served, "Nobody", {})).rejects.toMatchObject({ name: "ResourceNotFoundException" });
    const sqs = { "x-amz-target": "AmazonSQS.SendMessage", "content-type": "application/x-amz-json-1.0" };
    const response = await fetch(served.awsUrl, { method: "POST", headers: sqs, body: "{}" });
    expect(await response.json()).toMatchObject({ __type: "UnknownOperationException" });
    await eventually(() => served.errors.join("").includes("does not serve AmazonSQS.SendMessage") || undefined);
  });
});

describe("what was acknowledged", () => {
  test("is there after kill -9: items, callbacks, waits; and no child is left over", async () => {
    const dataDir = newDataDir();
    const first = await serve(dataDir);
    await first.send("PUT", "/items/kept", "value");
    const asked = (await first.send("POST", "/runs/asked", { seconds: 60, rest: 1 })).body.arn;
    const token = await tokenOf(first);
    const late = (await first.send("POST", "/runs/late", { seconds: 3, rest: 0 })).body.arn;
    await eventually(() => first.notes().filter((note) => note.token).length === 2 || undefined);
    const [orphan] = first.register().children;
    await first.end("SIGKILL");
    expect(isAlive(orphan)).toBe(true);

    const second = await serve(dataDir);
    expect(isAlive(orphan)).toBe(false);
    expect(second.resumed).toBe(2);
    expect((await second.send("GET", "/items/kept")).body).toEqual({ value: '"value"' });
    await second.send("POST", "/tokens", { token, output: { items: [{ value: "after" }] } });
    await eventually(() => second.notes().find(({ echo }) => echo === "after"));
    await second.end("SIGKILL");

    const third = await serve(dataDir);
    expect(await ended(third, asked)).toMatchObject({ status: "SUCCEEDED", output: '{"results":["after"]}' });
    expect(await ended(third, late)).toMatchObject({ status: "FAILED", error: "TooLate" });
    expect(new Set(third.notes().flatMap((note) => note.token ?? [])).size).toBe(2);
  });
});

test.each(["SIGINT", "SIGTERM"] as const)("a runtime that is ended by %s leaves no process behind", async (signal) => {
  const served = await serve(newDataDir());
  const [child] = served.register().children;
  expect(await served.end(signal)).toEqual([0, null]);
  expect(isAlive(child)).toBe(false);
});

test("a runtime whose tables are told to end with it, as Ctrl-C does, ends without a word", async () => {
  const served = await serve(newDataDir());
  const [child] = served.register().children;
  const ended = served.end("SIGINT");
  process.kill(child.pid, "SIGINT");
  expect(await ended).toEqual([0, null]);
  expect(served.errors.join("")).toBe("");
});

test.each(["SIGINT", "SIGTERM"] as const)(
  "a runtime that is ended by %s while it starts leaves none",
  async (signal) => {
    const dataDir = newDataDir();
    const child = launch(dataDir);
    const register = join(dataDir, "runtime.json");
    const [tables] = await eventually(() => childrenIn(register));
    const ended = once(child, "exit");
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
    expect(isAlive(tables!)).toBe(false);
  },
);

test("the first request is answered within three seconds of the start", async () => {
  const served = await serve(newDataDir());
  await served.send("GET", "/items/none");
  expect(served.millisecondsSinceStart()).toBeLessThan(3000);
});

test("a data folder serves one runtime at a time", async () => {
  const dataDir = newDataDir();
  await serve(dataDir);
  await expect(serve(dataDir)).rejects.toThrow(/already runs on this data folder/);
});

describe.each(["native", "portable"])("tables of the %s kind", (tables) => {
  const id = (value: string) => ({ id: { S: value } });
  const fresh = {
    ConditionExpression: "attribute_not_exists(id)",
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  } as const;

  test("write transactions wholly or not at all, and say why not", async () => {
    const served = await serve(newDataDir(), { tables });
    const client = new DynamoDBClient({ ...LOCAL_CLIENT, endpoint: served.dynamodbUrl });
    const TableName = "Own";
    await client.send(
      new CreateTableCommand({
        TableName,
        KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
        AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
        BillingMode: "PAY_PER_REQUEST",
      }),
    );
    const put = (value: string) => ({ Put: { TableName, Item: id(value), ...fresh } });
    const write = (...values: string[]) =>
      client.send(new TransactWriteItemsCommand({ TransactItems: values.map(put) }));
    const has = async (value: string) =>
      (await client.send(new GetItemCommand({ TableName, Key: id(value), ConsistentRead: true }))).Item !== undefined;

    await write("a", "b");
    const refusal = await write("c", "b").catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      name: "TransactionCanceledException",
      CancellationReasons: [{ Code: "None" }, { Code: "ConditionalCheckFailed", Item: id("b") }],
    });
    expect([await has("a"), await has("b"), await has("c")]).toEqual([true, true, false]);
    const single = client.send(new PutItemCommand({ TableName, Item: id("a"), ...fresh }));
    await expect(single).rejects.toMatchObject({ name: "ConditionalCheckFailedException", Item: id("a") });
  });
});
