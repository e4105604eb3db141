import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/*
 * Completes package-lock.json with the optional packages of other platforms. npm leaves out of the lock file what it
 * didn't install, and `npm ci` then refuses the file, here and elsewhere. Run it after every change of dependencies:
 * `npm run complete-lock`.
 */

type LockedPackage = {
  version?: string;
  dev?: boolean;
  optionalDependencies?: Record<string, string>;
  [field: string]: unknown;
};
type Lock = { packages: Record<string, LockedPackage> };

const FILE = path.join(import.meta.dirname, "../package-lock.json");
const PLATFORM =
  /(android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32|aix)-(arm64|arm|x64|ia32|ppc64|riscv64|s390x|loong64|mips64el)/;

/** The lock with an entry for every optional package of an exact version that it lacks. */
export function completed(lock: Lock): Lock {
  const packages = { ...lock.packages };
  for (const [parent, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (isLocked(packages, parent, name)) continue;
      packages[`node_modules/${name}`] = {
        version: exactVersion(version),
        ...(dev && { dev }),
        optional: true,
        ...platformOf(name),
      };
    }
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...lock, packages: Object.fromEntries(sorted) };
}

/** Whether a package is found from its parent's folder upwards, as Node would. */
function isLocked(packages: Lock["packages"], parent: string, name: string): boolean {
  const places = parent.split(/(?=\/node_modules\/)/);
  return (
    places.some((_, depth) => {
      const folder = places.slice(0, places.length - depth).join("");
      return packages[`${folder ? `${folder}/` : ""}node_modules/${name}`] !== undefined;
    }) || packages[`node_modules/${name}`] !== undefined
  );
}

const exactVersion = (range: string): string => range.replace(/^[\^~=]/, "");

function platformOf(name: string): { os?: string[]; cpu?: string[] } {
  const [, os, cpu] = PLATFORM.exec(name) ?? [];
  return os && cpu ? { os: [os], cpu: [cpu] } : {};
}

if (import.meta.main) {
  const lock = JSON.parse(readFileSync(FILE, "utf8")) as Lock;
  const whole = completed(lock);
  const added = Object.keys(whole.packages).length - Object.keys(lock.packages).length;
  if (added > 0) writeFileSync(FILE, `${JSON.stringify(whole, null, 2)}\n`);
  console.log(`${added} packages of other platforms were added to the lock file`);
}
