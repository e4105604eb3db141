import { loadTemplate, type Template } from "../local/template/template.ts";
import { prepareTemplates } from "../start/prepared.ts";
import { price } from "./cost.ts";
import type { Measure } from "./measure.ts";

const MINUTES_PER_MONTH = 60 * 24 * 30;
/** What one look of the sweep takes where nothing is due: 40 ms of half a gigabyte, and a query per shard of an index. */
const SWEEP = { gigabyteSeconds: 0.04 * 0.5, readUnits: 12 * 0.5 };
const FIXED_DOLLARS = 1;

/** Resources that are billed by the hour or the month whether or not anybody comes. */
const METERED = /^AWS::(EC2|RDS|ECS|ElastiCache|OpenSearchService|WAFv2|SecretsManager|Route53)::/;

/** What a month costs in which nobody takes an assessment, read off the template that is deployed. */
export async function idleMeasures(): Promise<Measure[]> {
  const { outDir } = await prepareTemplates("source");
  const template = loadTemplate(outDir, "127.0.0.1");
  const fixed = fixedDollars(template);
  const metered = template.types().filter((type) => METERED.test(type));
  return [
    {
      name: "fixed items a month (key, alarms)",
      value: fixed,
      unit: "$",
      target: { text: `≤ $${FIXED_DOLLARS}`, met: fixed <= FIXED_DOLLARS },
    },
    {
      name: "kinds of resources billed by the hour",
      value: metered.length,
      unit: "",
      target: { text: "0", met: metered.length === 0 },
    },
    { name: "the sweep, a month", value: sweepDollars(template), unit: "$" },
  ];
}

function fixedDollars(template: Template): number {
  const keys = template.all("AWS::KMS::Key").length;
  const alarms = template.all("AWS::CloudWatch::Alarm").length;
  const paidAlarms = Math.max(0, alarms - price("cloudwatch_alarms_free"));
  return keys * price("kms_key_per_month") + paidAlarms * price("cloudwatch_alarm_per_month");
}

function sweepDollars(template: Template): number {
  const looks = template.all("AWS::Events::Rule").length * MINUTES_PER_MONTH;
  const dollarsPerLook =
    price("lambda_per_million_requests") / 1e6 +
    SWEEP.gigabyteSeconds * price("lambda_arm64_per_gb_second") +
    (SWEEP.readUnits * price("dynamodb_per_million_read_units")) / 1e6;
  return looks * dollarsPerLook;
}
