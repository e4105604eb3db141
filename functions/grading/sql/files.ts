import type { PGlite } from "@electric-sql/pglite";

const DATA_DIRECTORY = "/pglite/data";

/** What there is of Emscripten's in-memory file system behind PGlite's types. */
type Content = Uint8Array | Record<string, Node>;
type Node = { parent: Node; name: string; mode: number; contents: Content; usedBytes?: number };
type File = Node & { contents: Uint8Array; usedBytes: number };
type Directory = Node & { contents: Record<string, Node> };
type Stream = { node: Node; shared: { position: number } };
type Write = (stream: Stream, ...rest: unknown[]) => number;
type FileSystem = {
  streams: (Stream | null | undefined)[];
  isDir(mode: number): boolean;
  lookupPath(path: string): { node: Node };
  hashAddNode(node: Node): void;
  hashRemoveNode(node: Node): void;
};
type Internals = { FS: FileSystem; MEMFS: { ops_table: { file: { stream: { write: Write } } } } };

/** The database's files, and which of them were open, at one moment. */
export type FilesImage = {
  directories: { node: Directory; children: Record<string, Node> }[];
  files: { node: File; contents: Uint8Array; usedBytes: number }[];
  streams: { stream: Stream | null | undefined; position: number }[];
};

export type Files = { capture(): FilesImage; restore(image: FilesImage): void };

/**
 * PostgreSQL's files, which can be put back as they were. Images share the bytes of files that don't differ: what an
 * image holds is never written to, but copied before the first write.
 */
export function filesOf(database: PGlite): Files {
  const { FS: system, MEMFS } = database.Module as unknown as Internals;
  const kept = new WeakSet<Uint8Array>();
  copyBeforeWriting(MEMFS.ops_table.file.stream, kept);
  return {
    capture: () => {
      const image = captureTree(system, system.lookupPath(DATA_DIRECTORY).node);
      for (const { contents } of image.files) kept.add(contents);
      return image;
    },
    restore: (image) => {
      restoreTree(system, image);
      restoreStreams(system, image);
    },
  };
}

function copyBeforeWriting(operations: { write: Write }, kept: WeakSet<Uint8Array>): void {
  const { write } = operations;
  operations.write = (stream, ...rest) => {
    const file = stream.node as File;
    if (kept.has(file.contents)) file.contents = file.contents.slice();
    return write(stream, ...rest);
  };
}

function captureTree(system: FileSystem, root: Node): FilesImage {
  const image: FilesImage = { directories: [], files: [], streams: [] };
  const note = (node: Node) => {
    if (!system.isDir(node.mode)) {
      const { contents, usedBytes } = node as File;
      image.files.push({ node: node as File, contents, usedBytes });
      return;
    }
    const children: Record<string, Node> = { ...(node as Directory).contents };
    image.directories.push({ node: node as Directory, children });
    for (const child of Object.values(children)) note(child);
  };
  note(root);
  image.streams = system.streams.map((stream) => ({ stream, position: stream?.shared.position ?? 0 }));
  return image;
}

function restoreTree(system: FileSystem, { directories, files }: FilesImage): void {
  if (!directories.every(({ node, children }) => haveSameEntries(node.contents, children))) {
    forget(system, directories[0]!.node);
    for (const { node, children } of directories) {
      node.contents = { ...children };
      for (const [name, child] of Object.entries(children)) {
        Object.assign(child, { parent: node, name });
        system.hashAddNode(child);
      }
    }
  }
  for (const { node, contents, usedBytes } of files) Object.assign(node, { contents, usedBytes });
}

function haveSameEntries(one: Record<string, Node>, other: Record<string, Node>): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

/** Takes all that is below a directory out of the table by which the file system finds nodes. */
function forget(system: FileSystem, { contents }: Directory): void {
  for (const node of Object.values(contents)) {
    if (system.isDir(node.mode)) forget(system, node as Directory);
    system.hashRemoveNode(node);
  }
}

function restoreStreams(system: FileSystem, { streams }: FilesImage): void {
  system.streams.length = 0;
  for (const { stream, position } of streams) {
    if (stream) stream.shared.position = position;
    system.streams.push(stream);
  }
}
