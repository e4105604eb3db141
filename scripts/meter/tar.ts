/** A folder in memory, as Emscripten keeps it. */
export type TarSource = {
  readdir(path: string): string[];
  stat(path: string): { mode: number };
  isDir(mode: number): boolean;
  readFile(path: string): Uint8Array;
};

const BLOCK = 512;
const DIRECTORY = "5";
const FILE = "0";

/** All that is in a folder as a tar file (POSIX ustar), the same bytes whenever it is made. Names are ASCII. */
export function packTar(source: TarSource, folder: string): Uint8Array {
  const end = Buffer.alloc(2 * BLOCK);
  return Buffer.concat([...entriesIn(source, folder, "/"), end]);
}

function entriesIn(source: TarSource, folder: string, name: string): Buffer[] {
  const names = source.readdir(folder).filter((each) => each !== "." && each !== "..");
  return names.sort().flatMap((each) => {
    const path = `${folder}/${each}`;
    const { mode } = source.stat(path);
    if (!source.isDir(mode)) return fileEntry(`${name}${each}`, mode, source.readFile(path));
    const inner = `${name}${each}/`;
    return [header(inner, { mode, size: 0, type: DIRECTORY }), ...entriesIn(source, path, inner)];
  });
}

function fileEntry(name: string, mode: number, content: Uint8Array): Buffer[] {
  const padding = Buffer.alloc(-content.length & (BLOCK - 1));
  return [header(name, { mode, size: content.length, type: FILE }), Buffer.from(content), padding];
}

function header(name: string, { mode, size, type }: { mode: number; size: number; type: string }): Buffer {
  const block = Buffer.alloc(BLOCK);
  const octal = (value: number, digits: number) => value.toString(8).padStart(digits, "0");
  block.write(name, 0);
  block.write(octal(mode & 0o777, 7), 100);
  block.write(octal(0, 7), 108);
  block.write(octal(0, 7), 116);
  block.write(octal(size, 11), 124);
  block.write(octal(0, 11), 136);
  block.write(" ".repeat(8), 148);
  block.write(type, 156);
  block.write("ustar\u000000", 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${octal(sum, 6)}\0 `, 148);
  return block;
}
