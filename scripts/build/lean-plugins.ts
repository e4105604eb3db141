import { readFileSync } from "node:fs";
import type { Plugin } from "esbuild";

/** Modules that are bundled only to be never used, by the name they are imported by, and what takes their place. */
const STAND_INS: { [module: string]: string } = {
  // Lambda's credentials stand in the environment; the chain of all other providers is 130 KB.
  "@aws-sdk/credential-provider-node": `export const defaultProvider = () => async () => {
    throw new Error("credentials are given by the client's configuration");
  };`,
  // No operation of ours streams events.
  "@smithy/core/event-streams": `export const resolveEventStreamSerdeConfig = (config) => config;
    export const eventStreamSerdeProvider = () => undefined;
    export const EventStreamSerde = undefined;`,
  "@aws-sdk/eventstream-handler-node": "export const eventStreamPayloadHandlerProvider = () => undefined;",
  "@aws-sdk/middleware-eventstream": `export const resolveEventStreamConfig = (config) => config;
    export const getEventStreamPlugin = undefined;`,
  "@aws-sdk/middleware-websocket": `export const resolveWebSocketConfig = (config) => config;
    export const getWebSocketPlugin = undefined;`,
  // Asks a service where it is to be found; no command of DynamoDB wants that, but its client makes a cache for it.
  "@aws-sdk/middleware-endpoint-discovery": `export const resolveEndpointDiscoveryConfig = (config) => config;
    export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
      environmentVariableSelector: () => undefined, configFileSelector: () => undefined, default: undefined };`,
  // Digests for a Node without OpenSSL.
  "./Sha256Js": "export const Sha256Js = undefined;",
  // Our clients retry in the standard way, whatever the environment says.
  "../util-retry/AdaptiveRetryStrategy": "export const AdaptiveRetryStrategy = undefined;",
  // Our clients are given their region; nobody asks the machine for it.
  "./getInstanceMetadataRegion": "export const getInstanceMetadataRegion = async () => undefined;",
  "../config-resolver/regionConfig/getInstanceMetadataRegion":
    "export const getInstanceMetadataRegion = async () => undefined;",
  // No adapter of ours scans a table.
  "./ScanPaginator": "export const paginateScan = undefined;",
  // Tells browsers apart.
  bowser: "export default {};",
};

const standIns: Plugin = {
  name: "stand-ins",
  setup(build) {
    const names = Object.keys(STAND_INS).join("|").replaceAll(".", "\\.");
    build.onResolve({ filter: new RegExp(`^(?:${names})$`) }, ({ path }) => ({ path, namespace: "stand-in" }));
    build.onLoad({ filter: /.*/, namespace: "stand-in" }, ({ path }) => ({ contents: STAND_INS[path]!, loader: "js" }));
  },
};

/**
 * `import … from "node:http"` reads every getter of the module and so loads undici, 40 ms of a function's start.
 * Asking for the built-in module by call reads only the names that bundled packages use.
 */
const lazyHttp: Plugin = {
  name: "lazy-http",
  setup(build) {
    build.onResolve({ filter: /^(?:node:)?https?$/ }, ({ path }) => ({
      path: path.replace("node:", ""),
      namespace: "lazy-http",
    }));
    build.onLoad({ filter: /.*/, namespace: "lazy-http" }, ({ path }) => ({
      contents: `const module = process.getBuiltinModule("node:${path}");
        export default module;
        export const { ${HTTP_NAMES[path]!.join(", ")} } = module;`,
      loader: "js",
    }));
  },
};

const HTTP_NAMES: { [module: string]: string[] } = {
  http: ["Agent", "createServer", "METHODS", "request", "STATUS_CODES"],
  https: ["Agent", "createServer", "request"],
};

/** The errors of AWS clients that we tell by their class; all others arrive as a general one under their own name. */
export const ERRORS_BY_CLASS: readonly string[] = ["ConditionalCheckFailedException", "TransactionCanceledException"];

/**
 * The schemas of AWS clients name their members by computed keys, which no bundler dares to drop, and register every
 * error there is. With the keys written out and only the errors registered that we know by class, whatever no command
 * of ours uses goes: two thirds of a client.
 */
const droppableSchemas: Plugin = {
  name: "droppable-schemas",
  setup(build) {
    const schemas = /@aws-sdk[\\/]client-[\w-]+[\\/]dist-es[\\/]schemas[\\/]schemas_0\.js$/;
    build.onLoad({ filter: schemas }, ({ path }) => ({
      contents: droppable(readFileSync(path, "utf8")),
      loader: "js",
    }));
  },
};

function droppable(source: string): string {
  const texts = new Map([...source.matchAll(/^const (_\w+) = ("[^"]*");$/gm)].map(([, name, text]) => [name, text]));
  return source
    .replace(/\[(_\w+)\]:/g, (key, name) => `${texts.get(name) ?? key}:`)
    .replace(/^n0_registry\.registerError\((?:\w+)\$, (\w+)\);$/gm, (line, name) =>
      ERRORS_BY_CLASS.includes(name) ? line : "",
    );
}

/** Of its description an AWS client only tells its version. */
const versionOnly: Plugin = {
  name: "version-only",
  setup(build) {
    build.onLoad({ filter: /@aws-sdk[\\/]client-[\w-]+[\\/]package\.json$/ }, ({ path }) => {
      const { version } = JSON.parse(readFileSync(path, "utf8"));
      return { contents: JSON.stringify({ version }), loader: "json" };
    });
  },
};

export const leanPlugins: Plugin[] = [standIns, lazyHttp, droppableSchemas, versionOnly];
