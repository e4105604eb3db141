import { Duration, Stack } from "aws-cdk-lib";
import type { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import { PARTITIONS, type Partitions } from "../partitions.ts";
import { may } from "../permissions.ts";
import type { Settings } from "../settings.ts";
import type { DataStack } from "../stacks/data-stack.ts";
import type { ZoneName } from "../zone-sources.ts";
import { mailResources, mailVariable } from "./mail.ts";
import { type SignIn, signInVariables } from "./sign-in.ts";
import { type CodeSource, ZoneFunction } from "./zone-function.ts";

export type ZonesProps = {
  data: DataStack;
  siteUrl: string;
  /** The gateway's own name, behind the site. */
  apiHost: string;
  settings: Settings;
  signIn: SignIn;
  code: CodeSource;
  assessmentArn: string;
  webhookDeliveryArn: string;
};

type Zone = {
  name: ZoneName;
  purpose: string;
  memory: number;
  seconds: number;
  environment?: { [name: string]: string };
  permissions?: readonly PolicyStatement[];
  reservedConcurrency?: number;
};

/** Every trust zone: what it runs, what it knows and what it may do. */
export class Zones extends Construct {
  readonly javascriptSandbox: IFunction;
  readonly sqlSandbox: IFunction;
  readonly delivery: IFunction;
  readonly workflow: IFunction;
  readonly candidate: IFunction;
  readonly staff: IFunction;
  readonly ats: IFunction;
  readonly #props: ZonesProps;

  constructor(scope: Construct, id: string, props: ZonesProps) {
    super(scope, id);
    this.#props = props;
    this.javascriptSandbox = this.#sandbox(
      "RunJavascript",
      "run-javascript",
      "Runs candidates' JavaScript; may do nothing",
    );
    this.sqlSandbox = this.#sandbox("RunSql", "run-sql", "Runs candidates' SQL; may do nothing");
    this.delivery = this.#delivery();
    this.workflow = this.#workflow();
    this.candidate = this.#candidate();
    this.staff = this.#staff();
    this.ats = this.#ats();
  }

  #sandbox(id: string, name: ZoneName, purpose: string): IFunction {
    return this.#zone(id, {
      name,
      purpose,
      memory: 1769,
      seconds: 150,
      reservedConcurrency: this.#props.settings.sandboxConcurrency,
    });
  }

  #delivery(): IFunction {
    const { data, siteUrl, webhookDeliveryArn, settings } = this.#props;
    return this.#zone("Delivery", {
      name: "delivery",
      purpose:
        "Sends webhooks, results to applicant tracking systems, and mail; the only zone that talks to the internet",
      memory: 512,
      seconds: 120,
      environment: {
        JOURNAL_TABLE: data.journal.tableName,
        STATE_TABLE: data.state.tableName,
        SITE_URL: siteUrl,
        WEBHOOK_DELIVERY_MACHINE: webhookDeliveryArn,
        MAIL: mailVariable(settings),
        ...receivers(this.#props),
        UV_THREADPOOL_SIZE: String(LOOKUPS_AT_ONCE),
      },
      permissions: [
        may.appendToJournal(data.journal),
        ...may.useState(data.state, PARTITIONS.delivery),
        may.startExecution(webhookDeliveryArn),
        ...this.#mailPermissions(),
      ],
    });
  }

  #mailPermissions(): PolicyStatement[] {
    const resources = mailResources(this, this.#props.settings);
    return resources.length === 0 ? [] : [may.sendMail(resources)];
  }

  #workflow(): IFunction {
    const { assessmentArn, settings } = this.#props;
    return this.#zone("Workflow", {
      name: "workflow",
      purpose: "Grades, scores, keeps sessions moving, and erases them",
      memory: 1024,
      seconds: 300,
      environment: {
        ...this.#sessionEnvironment(),
        ASSESSMENT_MACHINE: assessmentArn,
        DELIVERY_FUNCTION: this.delivery.functionName,
        ...(settings.adviserModel !== undefined && { ADVISER_MODEL: settings.adviserModel }),
      },
      permissions: [
        ...this.#sessionPermissions(PARTITIONS.workflow),
        may.readLists(this.#props.data.state),
        ...this.#adviserPermissions(),
        may.eraseFromJournal(this.#props.data.journal),
        may.startExecution(assessmentArn),
        may.resumeExecution(assessmentArn),
        may.invoke(this.javascriptSandbox, this.sqlSandbox, this.delivery),
      ],
    });
  }

  #candidate(): IFunction {
    return this.#zone("Candidate", {
      name: "candidate",
      purpose: "Answers candidates, each about the own session only",
      memory: 1024,
      seconds: 29,
      environment: { ...this.#sessionEnvironment(), WORKFLOW_FUNCTION: this.workflow.functionName },
      permissions: [
        ...this.#sessionPermissions(PARTITIONS.candidate),
        may.invoke(this.javascriptSandbox, this.sqlSandbox, this.workflow),
      ],
    });
  }

  #staff(): IFunction {
    const { settings, webhookDeliveryArn } = this.#props;
    return this.#zone("Staff", {
      name: "staff",
      purpose: "Answers the company's people by their roles, and its machines by the scopes of their keys",
      memory: 1024,
      seconds: 29,
      environment: {
        ...this.#sessionEnvironment(),
        WORKFLOW_FUNCTION: this.workflow.functionName,
        DELIVERY_FUNCTION: this.delivery.functionName,
        WEBHOOK_DELIVERY_MACHINE: webhookDeliveryArn,
        REQUESTS_PER_MINUTE: String(settings.requestsPerMinute),
        ...receivers(this.#props),
        ...signInVariables(this.#props.signIn, settings),
      },
      permissions: [
        ...this.#sessionPermissions(PARTITIONS.staff),
        may.readLists(this.#props.data.state),
        may.invoke(this.javascriptSandbox, this.sqlSandbox, this.workflow, this.delivery),
        may.startExecution(webhookDeliveryArn),
      ],
    });
  }

  #ats(): IFunction {
    const { data, siteUrl, settings } = this.#props;
    return this.#zone("Ats", {
      name: "ats",
      purpose: "Answers applicant tracking systems, each by a key of its own, and shows reports by signed links",
      memory: 1024,
      seconds: 29,
      environment: {
        JOURNAL_TABLE: data.journal.tableName,
        STATE_TABLE: data.state.tableName,
        SITE_URL: siteUrl,
        WORKFLOW_FUNCTION: this.workflow.functionName,
        REQUESTS_PER_MINUTE: String(settings.requestsPerMinute),
      },
      permissions: [
        may.appendToJournal(data.journal),
        ...may.useState(data.state, PARTITIONS.ats),
        may.invoke(this.workflow),
      ],
    });
  }

  #sessionEnvironment(): { [name: string]: string } {
    const { data, siteUrl } = this.#props;
    return {
      JOURNAL_TABLE: data.journal.tableName,
      STATE_TABLE: data.state.tableName,
      SIGNING_KEY: data.signingKey.keyId,
      SITE_URL: siteUrl,
      JAVASCRIPT_SANDBOX: this.javascriptSandbox.functionName,
      SQL_SANDBOX: this.sqlSandbox.functionName,
    };
  }

  #sessionPermissions(partitions: Partitions): PolicyStatement[] {
    const { data } = this.#props;
    return [may.appendToJournal(data.journal), ...may.useState(data.state, partitions), may.sign(data.signingKey)];
  }

  /** A model of Bedrock belongs to no account. */
  #adviserPermissions(): PolicyStatement[] {
    const { adviserModel } = this.#props.settings;
    if (adviserModel === undefined) return [];
    const model = { service: "bedrock", account: "", resource: "foundation-model", resourceName: adviserModel };
    return [may.askModel(Stack.of(this).formatArn(model))];
  }

  #zone(id: string, { seconds, permissions = [], ...zone }: Zone): IFunction {
    const { code, settings } = this.#props;
    return new ZoneFunction(this, id, {
      ...zone,
      permissions,
      timeout: Duration.seconds(seconds),
      code,
      logRetentionDays: settings.logRetentionDays,
    }).function;
  }
}

/** Where webhooks may be sent beside public addresses. */
const receivers = ({ settings, apiHost }: ZonesProps): { [name: string]: string } => ({
  API_HOST: apiHost,
  LOOPBACK_WEBHOOKS: settings.loopbackWebhooks ? "allowed" : "refused",
  WEBHOOK_ALLOW_CIDRS: settings.webhookAllowCidrs.join(","),
});

/** Node looks names up on four threads: four receivers whose names nobody answers for would hold up all others. */
const LOOKUPS_AT_ONCE = 64;
