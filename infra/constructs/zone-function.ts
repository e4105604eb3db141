import { existsSync } from "node:fs";
import path from "node:path";
import { type Duration, RemovalPolicy } from "aws-cdk-lib";
import { type PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  ApplicationLogLevel,
  Architecture,
  type CfnFunction,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { type ZoneName, zoneSources } from "../zone-sources.ts";

/** Where a function's code comes from: the bundles that are deployed, or nothing, because the sources are run. */
export type CodeSource = "bundles" | "sources";

export type ZoneFunctionProps = {
  name: ZoneName;
  code: CodeSource;
  memory: number;
  timeout: Duration;
  environment?: { [name: string]: string };
  reservedConcurrency?: number | undefined;
  logRetentionDays: number;
  /** Everything this zone may do beyond writing its own log. */
  permissions: readonly PolicyStatement[];
  purpose: string;
};

const root = path.join(import.meta.dirname, "../..");

/** One trust zone: a function with a role and a log group of its own. */
export class ZoneFunction extends Construct {
  readonly function: LambdaFunction;
  readonly role: Role;

  constructor(scope: Construct, id: string, props: ZoneFunctionProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, "Log", {
      retention: props.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
      description: props.purpose,
    });
    logGroup.grantWrite(this.role);
    for (const statement of props.permissions) this.role.addToPolicy(statement);
    this.function = new LambdaFunction(this, "Function", {
      description: props.purpose,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: codeOf(props),
      handler: "index.handler",
      memorySize: props.memory,
      timeout: props.timeout,
      role: this.role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      // The platform's own START, END and REPORT lines would cost more than ours.
      systemLogLevelV2: SystemLogLevel.WARN,
      environment: props.environment ?? {},
      ...(props.reservedConcurrency ? { reservedConcurrentExecutions: props.reservedConcurrency } : {}),
    });
    // The local runtime runs the source as it is.
    (this.function.node.defaultChild as CfnFunction).addMetadata("assay:entry", zoneSources[props.name]);
  }
}

function codeOf({ name, code }: ZoneFunctionProps): Code {
  if (code === "sources") return Code.fromInline("// The local runtime runs the source named in the metadata.");
  const folder = path.join(root, ".build/functions", name);
  if (!existsSync(folder)) throw new Error(`There is no bundle at ${folder}: run "npm run build" first.`);
  return Code.fromAsset(folder);
}
