import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** A mail that was put into a folder instead of being sent. */
export type KeptMail = {
  /** The name of its file, without the ending. */
  id: string;
  sent_at: string;
  to: string[];
  reply_to: string | null;
  subject: string;
  text: string;
  html: string;
};

const ENDING = ".json";

/** All mails of a folder, the oldest first. */
export function readMails(folder: string): KeptMail[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith(ENDING));
  return files.sort().map((file) => readFrom(folder, file));
}

/** One mail by its id; undefined where there is none. */
export function readMail(folder: string, id: string): KeptMail | undefined {
  return readMails(folder).find((mail) => mail.id === id);
}

function readFrom(folder: string, file: string): KeptMail {
  const { tags: _, ...mail } = JSON.parse(readFileSync(path.join(folder, file), "utf8"));
  return { id: file.slice(0, -ENDING.length), ...mail };
}
