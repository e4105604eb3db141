import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Clock } from "../../ports/clock.ts";
import type { Mailer } from "../../ports/mail.ts";

/** Puts each mail into a folder as one JSON file, for machines from which no mail goes out. */
export const folderMailer = (folder: string, clock: Clock): Mailer => ({
  async send(mail) {
    await mkdir(folder, { recursive: true });
    const sent_at = clock.now();
    const name = `${sent_at.replaceAll(":", "-")}-${mail.tags.errand}.json`;
    await writeFile(path.join(folder, name), `${JSON.stringify({ sent_at, ...mail }, null, 2)}\n`, { mode: 0o600 });
  },
});
