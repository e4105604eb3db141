import type { LocatedViolation } from "#shared/authoring/source.ts";
import { allViolations } from "#shared/authoring/source.ts";
import type { AnyItem } from "#shared/domain/grading/schemas.ts";
import { playbookViolations } from "#shared/domain/playbook/check.ts";
import { parsePlaybook } from "#shared/domain/playbook/parse.ts";
import type { AuthoredPlaybook } from "#shared/domain/playbook/schema.ts";
import { readFolder } from "../source.ts";
import { carryOver } from "./carry-over.ts";
import { openWorld, type World, type WorldMeans } from "./world.ts";

/** What the author sees: the candidate's page of a session, or what is wrong with the playbook. */
export type Scene = { world: World } | { violations: LocatedViolation[] };

export type Show = {
  now(): Scene;
  /** Reads the folder again; a session under way goes on where it stood. */
  reload(): Promise<Scene>;
  /** Invites anew. */
  restart(): Promise<Scene>;
};

/** Shows the playbook in a folder. Keys aren't proven: that is what `check` is for, and takes longer. */
export async function openShow(folder: string, means: WorldMeans): Promise<Show> {
  let scene = await sceneOf(folder, means);
  let last = "world" in scene ? scene.world : undefined;
  const change = async (goOn: boolean): Promise<Scene> => {
    const next = await sceneOf(folder, means);
    if ("world" in next) {
      if (goOn && last) await carryOver(last, next.world);
      last = next.world;
    }
    scene = next;
    return scene;
  };
  return { now: () => scene, reload: () => change(true), restart: () => change(false) };
}

async function sceneOf(folder: string, means: WorldMeans): Promise<Scene> {
  const read = readPlaybook(folder);
  return "playbook" in read ? { world: await openWorld(read.playbook, means) } : read;
}

function readPlaybook(folder: string): { playbook: AuthoredPlaybook<AnyItem> } | { violations: LocatedViolation[] } {
  const source = readFolder(folder);
  const read = parsePlaybook(source.value, source.numberText);
  const { playbook, unread, found } =
    "playbook" in read
      ? { playbook: read.playbook, unread: undefined, found: [] }
      : { playbook: read.salvaged?.playbook, unread: read.salvaged, found: read.violations };
  const broken = playbook ? playbookViolations(playbook, unread) : [];
  const violations = allViolations(source, [...found, ...broken]);
  return "playbook" in read && violations.length === 0 ? { playbook: read.playbook } : { violations };
}
