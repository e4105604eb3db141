import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import { awsEndpoint } from "./aws/endpoint.ts";
import { kmsOperations } from "./aws/kms.ts";
import { lambdaService } from "./aws/lambda-service.ts";
import { stepFunctionsOperations } from "./aws/step-functions.ts";
import type { Clock } from "./clock.ts";
import { type AsynchronousInvocations, createAsynchronousInvocations } from "./functions/asynchronous.ts";
import { functionDefinitions } from "./functions/definition.ts";
import { createFunctions, type Functions } from "./functions/functions.ts";
import { createHttpApi, type HttpApi } from "./http/api.ts";
import { createFront } from "./http/front.ts";
import type { SiteFolders } from "./http/site.ts";
import { createIssuer, type Issuer } from "./issuer/issuer.ts";
import type { PoolUser } from "./issuer/pool.ts";
import { messageOf } from "./json.ts";
import { type Handler, listen } from "./listen.ts";
import { claim } from "./processes.ts";
import { startSchedules } from "./schedule.ts";
import { createEngine, type Engine } from "./states/engine.ts";
import { taskPerformer } from "./states/integrations.ts";
import { addMachines } from "./states/machines.ts";
import { startTableServer } from "./tables/server.ts";
import { createTables } from "./tables/tables.ts";
import { refuseUnknownTypes } from "./template/known-types.ts";
import { REGION } from "./template/names.ts";
import { loadTemplate, type Template } from "./template/template.ts";

export type RuntimeOptions = {
  /** Folder with the synthesized templates, usually `cdk.out`. */
  outDir: string;
  /** Folder for everything that must survive; made when it is missing. */
  dataDir: string;
  /** Port of API and site on 127.0.0.1; 0 takes any free one. */
  port: number;
  /** Run the TypeScript sources or the bundles that would be deployed. */
  code: "source" | "bundle";
  /** What function sources are relative to; the working directory where left out. */
  sourceRoot?: string;
  siteFolders?: SiteFolders;
  /** Who can sign in where the template has a user pool. */
  users?: readonly PoolUser[];
  /** Variables laid over every function's own. */
  environment?: Record<string, string>;
  /** Time for state machines, schedules and retries; functions keep the machine's. */
  clock?: Clock;
  /** A DynamoDB that runs already, instead of the embedded one. */
  dynamodbUrl?: string;
  /** Which embedded DynamoDB; the native one by default, where this platform has it. */
  tableServer?: "native" | "portable";
  /** Start every function before it is asked for: the ones behind routes at once, the others after them. Default true. */
  warm?: boolean;
  /** End children and process on SIGINT and SIGTERM. Default true. */
  handleSignals?: boolean;
  /** Told in a sentence of what went wrong behind the scenes; standard error by default. */
  report?: (sentence: string) => void;
};

export type Runtime = {
  /** Where API and site answer. */
  url: string;
  /** Endpoints for AWS clients of the caller. */
  awsUrl: string;
  dynamodbUrl: string;
  functions: Functions;
  asynchronous: AsynchronousInvocations;
  engine: Engine;
  template: Template;
  /** Where people sign in; left out where the template has no user pool. */
  issuer?: Issuer;
  /** Executions and asynchronous invocations that an earlier process left and this one took up. */
  resumed: number;
  close(): Promise<void>;
};

/** Region and credentials for every client of the local endpoints; nobody checks them. */
export const LOCAL_CLIENT = {
  region: REGION,
  credentials: { accessKeyId: "local", secretAccessKey: "local" },
} as const;

type Settings = RuntimeOptions & {
  report: (sentence: string) => void;
  /** Whether a signal has told the process to end. */
  isEnding: () => boolean;
};
/** Milliseconds that each part of the runtime gets to close. */
const CLOSING_PATIENCE = 2_000;

type Defer = (close: () => unknown) => void;

/**
 * Runs a synthesized application on this machine. Its front listens at once and answers as soon as all is up.
 * @throws Error for a template that holds what cannot run here, a port that is taken, a data folder in use
 */
export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const closers: (() => unknown)[] = [];
  const close = async () => {
    for (let next = closers.pop(); next; next = closers.pop()) await Promise.race([next(), patience()]);
  };
  const isEnding = (options.handleSignals ?? true) ? endOnSignals(close) : () => false;
  const report = options.report ?? ((sentence) => console.error(sentence));
  try {
    const runtime = await assemble({ ...options, report, isEnding }, (closer) => closers.push(closer));
    return { ...runtime, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function assemble(settings: Settings, defer: Defer): Promise<Omit<Runtime, "close">> {
  const { dataDir, clock, report } = settings;
  const { front, aws, tables, template } = await prepare(settings, defer);
  const urls = { url: front.url, awsUrl: aws.url, dynamodbUrl: tables.url };

  const functions = loadFunctions(settings, template, urls);
  const invocations = { file: join(dataDir, "invocations.db"), functions, clock, report };
  const asynchronous = createAsynchronousInvocations(invocations);
  defer(() => Promise.all([functions.close(), asynchronous.close()]));
  const engine = createEngine({
    file: join(dataDir, "states.db"),
    clock,
    perform: taskPerformer(functions, () => engine),
  });
  defer(() => engine.close());
  addMachines(template, engine);
  const operations = { ...stepFunctionsOperations(engine), ...kmsOperations(template, join(dataDir, "keys")) };
  const api = createHttpApi(template, functions, report);
  const issuer = createIssuer({ template, frontUrl: front.url, dataDir, users: settings.users ?? [] });
  if (issuer) defer(() => issuer.close());
  const handler = withIssuer(createFront(template, api, settings.siteFolders ?? {}), issuer);

  await createTables(template, tables.url, LOCAL_CLIENT);
  aws.open(awsEndpoint({ operations, lambda: lambdaService(functions, asynchronous), report }));
  front.open(handler);
  const resumed = engine.resume() + asynchronous.resume();
  const schedules = startSchedules(template, { asynchronous, engine }, { clock, report });
  defer(() => schedules.close());
  if (settings.warm ?? true) void warm(functions, api, report);
  return { ...urls, functions, asynchronous, engine, template, resumed, ...(issuer && { issuer }) };
}

/** The issuer stands on the same port as the pages that it signs people in to. */
const withIssuer =
  (front: Handler, issuer: Issuer | undefined): Handler =>
  (message, response) => {
    const { pathname } = new URL(message.url ?? "/", "http://local");
    return issuer?.answersTo(pathname) ? issuer.handle(message, response) : front(message, response);
  };

/** What must listen before the template can be read, since it names it. */
async function prepare(settings: Settings, defer: Defer) {
  const { dataDir, report } = settings;
  mkdirSync(dataDir, { recursive: true });
  const claimed = await claim(join(dataDir, "runtime.json"));
  defer(() => claimed.release());
  const front = await listen(settings.port, report);
  defer(() => front.close());
  const template = loadTemplate(settings.outDir, new URL(front.url).host);
  refuseUnknownTypes(template);
  const tables = await startTableServer({
    dataDir,
    claim: claimed,
    url: settings.dynamodbUrl,
    kind: settings.tableServer,
    onFailure: (error) => {
      if (settings.isEnding()) return; // Ctrl-C reaches it as well
      report(error.message);
      process.exit(1);
    },
  });
  defer(() => tables.close());
  const aws = await listen(0, report);
  defer(() => aws.close());
  return { front, aws, tables, template };
}

function loadFunctions(
  settings: Settings,
  template: Template,
  urls: { awsUrl: string; dynamodbUrl: string },
): Functions {
  const { dataDir, code, sourceRoot = process.cwd(), environment } = settings;
  const definitions = functionDefinitions(template, { code, sourceRoot }).map((definition) => ({
    ...definition,
    environment: { ...definition.environment, ...environment },
  }));
  return createFunctions(definitions, {
    environment: awsVariables(urls),
    compileCache: join(dataDir, "compile-cache"),
    log: createWriteStream(join(dataDir, "functions.log"), { flags: "a" }),
  });
}

function awsVariables({ awsUrl, dynamodbUrl }: { awsUrl: string; dynamodbUrl: string }): Record<string, string> {
  return {
    AWS_REGION: LOCAL_CLIENT.region,
    AWS_DEFAULT_REGION: LOCAL_CLIENT.region,
    AWS_ACCESS_KEY_ID: LOCAL_CLIENT.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: LOCAL_CLIENT.credentials.secretAccessKey,
    AWS_ENDPOINT_URL: awsUrl,
    AWS_ENDPOINT_URL_DYNAMODB: dynamodbUrl,
    AWS_EC2_METADATA_DISABLED: "true",
  };
}

/** Functions behind routes first and together, since somebody waits for them; then the others one by one. */
async function warm(functions: Functions, api: HttpApi, report: (sentence: string) => void): Promise<void> {
  const told = (name: string) => (error: unknown) => report(`function ${name} does not load: ${messageOf(error)}`);
  await Promise.all(api.functionArns.map((arn) => functions.warm(arn).catch(told(arn))));
  for (const name of functions.names()) await functions.warm(name).catch(told(name));
}

/** What is closed waits for what is under way in it, but not for ever: whatever comes after it must be closed, too. */
const patience = (): Promise<void> => new Promise((done) => setTimeout(done, CLOSING_PATIENCE).unref());

/** Ends the process on SIGINT and SIGTERM, also while it still starts. @returns whether it is ending */
function endOnSignals(close: () => Promise<void>): () => boolean {
  let ending = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      ending = true;
      // What is under way fails on what is closed, and that is no news.
      process.on("uncaughtException", () => undefined);
      void close().finally(() => process.exit(0));
    });
  }
  return () => ending;
}
