import { readFileSync } from "node:fs";
import path from "node:path";
import { ArnFormat, RemovalPolicy, Stack } from "aws-cdk-lib";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import {
  type CfnStateMachine,
  DefinitionBody,
  LogLevel,
  StateMachine,
  StateMachineType,
} from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { may } from "../permissions.ts";

export type DocumentedStateMachineProps = {
  name: string;
  /** File name under `infra/state-machines/`. */
  document: string;
  /** The functions that the document calls, by the name of their substitution. */
  functions: { [substitution: string]: IFunction };
  logRetentionDays: number;
};

/** A Standard state machine whose definition is a document of its own, not code. */
export class DocumentedStateMachine extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, props: DocumentedStateMachineProps) {
    super(scope, id);
    const functions = Object.entries(props.functions);
    this.stateMachine = new StateMachine(this, "StateMachine", {
      stateMachineName: props.name,
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(
        readFileSync(path.join(import.meta.dirname, "../state-machines", props.document), "utf8"),
      ),
      definitionSubstitutions: Object.fromEntries(functions.map(([name, handler]) => [name, handler.functionArn])),
      logs: {
        level: LogLevel.ERROR,
        destination: new LogGroup(this, "Log", {
          logGroupName: `/aws/vendedlogs/states/${props.name}`,
          retention: props.logRetentionDays,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
      },
    });
    // One name for everybody: whoever only knows logical ids finds it by the ARN made from its name, too.
    (this.stateMachine.node.defaultChild as CfnStateMachine).overrideLogicalId(props.name);
    this.stateMachine.addToRolePolicy(may.invoke(...Object.values(props.functions)));
  }
}

/**
 * The address of a state machine by its name. Its functions start it and it calls its functions; the name cuts that circle.
 */
export const stateMachineArn = (scope: Construct, name: string): string =>
  Stack.of(scope).formatArn({
    service: "states",
    resource: "stateMachine",
    resourceName: name,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
