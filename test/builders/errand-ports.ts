import { hmacSha256 } from "#shared/adapters/http/hmac.ts";
import {
  memoryCandidateLinks,
  memoryOrders,
  memoryReportKey,
  memorySettings,
  memoryUndeliverableAddresses,
} from "#shared/adapters/memory/company.ts";
import { memoryErrands } from "#shared/adapters/memory/errands.ts";
import { memoryPersons } from "#shared/adapters/memory/persons.ts";
import { memoryWake } from "#shared/adapters/memory/workflow.ts";

/** What mails, orders and reports stand on, in memory, quiet as a company's own is at first. */
export const errandPorts = () => ({
  errandRuns: memoryWake(),
  errands: memoryErrands(),
  orders: memoryOrders(),
  settings: memorySettings(),
  links: memoryCandidateLinks(),
  persons: memoryPersons(),
  undeliverable: memoryUndeliverableAddresses(),
  reportKey: memoryReportKey(),
  hmac: hmacSha256,
  site: { url: "https://assay.example" },
});
