import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
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
  "./HeaderFormatter": "export const HeaderFormatter = class {};",
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
  // Our clients are told everything by the environment, as Lambda gives it; there are no profiles in files.
  "./fromSharedConfigFiles": `export const fromSharedConfigFiles = () => async () => {
    throw Object.assign(new Error("nothing is set in files"), { tryNextLink: true });
  };`,
  // Our clients are given their endpoint; each service's rules to find it and the list of all regions are 20 KB.
  "./endpoint/endpointResolver": `export const defaultEndpointResolver = ({ Endpoint, UseFIPS, UseDualStack }) => {
    if (UseFIPS || UseDualStack) throw new Error("endpoints for FIPS or both kinds of IP are not supported");
    return { url: new URL(Endpoint) };
  };`,
  "./partitions": "export const partitionsInfo = { partitions: [] };",
  // Our clients are given their region; nobody asks the machine for it.
  "./getInstanceMetadataRegion": "export const getInstanceMetadataRegion = async () => undefined;",
  "../config-resolver/regionConfig/getInstanceMetadataRegion":
    "export const getInstanceMetadataRegion = async () => undefined;",
  // No adapter of ours scans a table.
  "./ScanPaginator": "export const paginateScan = undefined;",
  // Tells browsers apart.
  bowser: "export default {};",
};

/** Where what is bundled was made smaller: by the name of each stand-in and trim, told so that none outlives its reason. */
export type Trimmed = Set<string>;

const standIns = (trimmed: Trimmed): Plugin => ({
  name: "stand-ins",
  setup(build) {
    const names = Object.keys(STAND_INS).join("|").replaceAll(".", "\\.");
    build.onResolve({ filter: new RegExp(`^(?:${names})$`) }, ({ path }) => ({ path, namespace: "stand-in" }));
    build.onLoad({ filter: /.*/, namespace: "stand-in" }, ({ path }) => {
      trimmed.add(path);
      return { contents: STAND_INS[path]!, loader: "js" };
    });
  },
});

/**
 * An ESM `import … from "node:http"` reads every getter of the module and so loads undici, 40 ms of a function's start;
 * `node:fs` and `node:crypto` have such getters too. Of a built-in module that is asked for by call, only the names that
 * bundled code uses are read. Late imports stay as they are, but for that of HTTP, whose one user takes its default.
 */
const builtInsByCall: Plugin = {
  name: "built-ins-by-call",
  setup(build) {
    build.onResolve({ filter: /^(?:node:)?[a-z_0-9/]+$/ }, ({ path, kind }) => {
      const isLate = kind === "dynamic-import" && !/^(?:node:)?https?$/.test(path);
      if (!isBuiltin(path) || isLate) return undefined;
      return { path: path.replace("node:", ""), namespace: kind === "import-statement" ? "imported" : "required" };
    });
    build.onLoad({ filter: /.*/, namespace: "required" }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule("node:${path}");`,
    }));
    build.onLoad({ filter: /.*/, namespace: "imported" }, ({ path }) => ({ contents: importedByCall(path) }));
  },
};

function importedByCall(builtIn: string): string {
  const names = Object.keys(process.getBuiltinModule(`node:${builtIn}`) as object);
  return [
    `const module = process.getBuiltinModule("node:${builtIn}");`,
    "/* @__NO_SIDE_EFFECTS__ */ const get = (name) => module[name];",
    "export { module as default };",
    ...names.map((name) => `const $${name} = get("${name}"); export { $${name} as ${name} };`),
  ].join("\n");
}

/** The errors of AWS clients that we tell by their class; all others arrive as a general one under their own name. */
export const ERRORS_BY_CLASS: readonly string[] = ["ConditionalCheckFailedException", "TransactionCanceledException"];

/**
 * The schemas of AWS clients name their members by computed keys, which no bundler dares to drop, and register every
 * error there is. With the keys written out and only the errors registered that we know by class, whatever no command
 * of ours uses goes: two thirds of a client.
 */
const droppableSchemas = (trimmed: Trimmed): Plugin => ({
  name: "droppable-schemas",
  setup(build) {
    const schemas = /@aws-sdk[\\/]client-[\w-]+[\\/]dist-es[\\/]schemas[\\/]schemas_0\.js$/;
    build.onLoad({ filter: schemas }, ({ path }) => {
      const [source, contents] = [readFileSync(path, "utf8"), droppable(readFileSync(path, "utf8"))];
      if (contents === source)
        throw new Error(`${path} is not written as it was: its schemas cannot be made droppable`);
      trimmed.add("droppable-schemas");
      return { contents, loader: "js" };
    });
  },
});

function droppable(source: string): string {
  const texts = new Map([...source.matchAll(/^const (_\w+) = ("[^"]*");$/gm)].map(([, name, text]) => [name, text]));
  return source
    .replace(/\[(_\w+)\]:/g, (key, name) => `${texts.get(name) ?? key}:`)
    .replace(/^n0_registry\.registerError\((?:\w+)\$, (\w+)\);$/gm, (line, name) =>
      ERRORS_BY_CLASS.includes(name) ? line : "",
    );
}

/** Of its description an AWS client only tells its version. */
const versionOnly = (trimmed: Trimmed): Plugin => ({
  name: "version-only",
  setup(build) {
    build.onLoad({ filter: /@aws-sdk[\\/]client-[\w-]+[\\/]package\.json$/ }, ({ path }) => {
      trimmed.add("version-only");
      const { version } = JSON.parse(readFileSync(path, "utf8"));
      return { contents: JSON.stringify({ version }), loader: "json" };
    });
  },
});

/** What makes bundles smaller and their start quicker; adds to `trimmed` what it found to trim. */
export const leanPlugins = (trimmed: Trimmed): Plugin[] => [
  standIns(trimmed),
  builtInsByCall,
  droppableSchemas(trimmed),
  versionOnly(trimmed),
];

/** Every trim by its name. */
export const TRIMS: readonly string[] = [...Object.keys(STAND_INS), "droppable-schemas", "version-only"];

/** @throws Error naming every trim that found nothing in any bundle: its package was changed, and it must be looked at again */
export function requireTrimmed(trimmed: Trimmed): void {
  const idle = TRIMS.filter((name) => !trimmed.has(name));
  if (idle.length > 0) throw new Error(`nothing is left to trim of ${idle.join(", ")}`);
}
