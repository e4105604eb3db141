import { readFileSync } from "node:fs";
import * as z from "zod/mini";

const file = z.object({
  "Assay-Data": z.object({ JournalTable: z.string(), StateTable: z.string(), Region: z.string() }),
  "Assay-Site": z.object({ SiteUrl: z.url() }),
});

export type Deployed = { tables: { journal: string; state: string }; region: string; url: string };

/** What a deployment says of itself. @throws Error when the file holds no whole deployment */
export function readOutputs(path: string): Deployed {
  const { "Assay-Data": data, "Assay-Site": site } = z.parse(file, JSON.parse(readFileSync(path, "utf8")));
  return { tables: { journal: data.JournalTable, state: data.StateTable }, region: data.Region, url: site.SiteUrl };
}
