import { describe, expect, test } from "vitest";
import { canonicalJson } from "#shared/domain/foundation/json.ts";
import { readBytes } from "#shared/domain/journal/read-bytes.ts";
import { verifyBundle } from "#shared/domain/journal/verify-bundle.ts";
import { bundleOf, journalOf, scoredFacts, verifyMeans } from "#test/builders/scored-journal.ts";

const means = verifyMeans();
const original = Buffer.from(await bundleOf(journalOf(scoredFacts())), "utf8");

/** Small and seeded, so that a failing change can be made again. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const bundle = JSON.parse(original.toString("utf8")) as { journal: unknown[] };
const withJournal = (change: (journal: unknown[]) => unknown[]): Buffer =>
  Buffer.from(canonicalJson({ ...bundle, journal: change(bundle.journal) }), "utf8");

const CHANGES: Record<string, (random: (below: number) => number) => Buffer> = {
  "one byte changed": (random) => {
    const bytes = Buffer.from(original);
    const at = random(bytes.length);
    bytes[at] = bytes[at]! ^ (1 + random(255));
    return bytes;
  },
  "a stretch deleted": (random) => {
    const at = random(original.length);
    return Buffer.concat([original.subarray(0, at), original.subarray(at + 1 + random(400))]);
  },
  "an entry deleted": (random) => withJournal((journal) => journal.toSpliced(random(journal.length), 1)),
  "two entries swapped": (random) =>
    withJournal((journal) => {
      const [a, b] = [random(journal.length), random(journal.length)];
      return journal.with(a, journal[b]).with(b, journal[a]);
    }),
  "two neighbouring fields swapped": (random) => {
    const commas = [...original.keys()].filter((index) => original[index] === 0x2c);
    const first = random(commas.length - 2);
    const [a, b, c] = [commas[first]!, commas[first + 1]!, commas[first + 2]!];
    const [one, two] = [original.subarray(a + 1, b), original.subarray(b + 1, c)];
    return Buffer.concat([original.subarray(0, a + 1), two, Buffer.from(","), one, original.subarray(c)]);
  },
  "the end cut off": (random) => original.subarray(0, random(original.length)),
};

async function verdictOf(bytes: Buffer): Promise<{ verdict: string; named: boolean }> {
  const read = readBytes(bytes);
  if ("fault" in read) return { verdict: "failed", named: read.fault.text.length > 0 };
  const { verdict, fault } = await verifyBundle(read.text, means);
  return { verdict, named: (fault?.text.length ?? 0) > 0 };
}

describe("a bundle with any changed byte fails and says where", () => {
  test.each(Object.keys(CHANGES))("1,000 times %s", { timeout: 60_000 }, async (name) => {
    const random = generator(20_260_301);
    for (let round = 0; round < 1000; round++) {
      const bytes = CHANGES[name]!(random);
      if (bytes.equals(original)) continue;
      expect(await verdictOf(bytes), `round ${round}`).toEqual({ verdict: "failed", named: true });
    }
  });

  test("a change inside an entry names this entry", async () => {
    const text = original.toString("utf8");
    const at = text.indexOf('"seq":9}');
    const inNine = text.lastIndexOf('"kind":"', at) + 9;
    const changed = `${text.slice(0, inNine)}X${text.slice(inNine + 1)}`;
    expect((await verifyBundle(changed, means)).fault?.seq).toBe(9);
    const broken = `${text.slice(0, inNine)}"${text.slice(inNine + 1)}`;
    expect((await verifyBundle(broken, means)).fault?.seq).toBe(9);
  });

  test("a journal without its last entries names the first one that is missing", async () => {
    const bundle = JSON.parse(original.toString("utf8"));
    const { journal } = bundle;
    bundle.journal = journal.slice(0, -3);
    const { canonicalJson } = await import("#shared/domain/foundation/json.ts");
    expect((await verifyBundle(canonicalJson(bundle), means)).fault).toMatchObject({
      seq: journal.length - 2,
      code: "missing_entry",
    });
  });
});
