import { Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { acknowledge } from "./acknowledgements.ts";
import { assayApp } from "./synth.ts";

const { app, ...stacks } = assayApp({ code: "bundles" });
acknowledge(stacks);
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
app.synth();
