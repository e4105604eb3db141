import { startPortableTables } from "./portable.ts";

/** The portable server as a process: `portable-server.ts <port> <folder>`. It ends when its parent's end of stdin does. */
const [port, folder] = process.argv.slice(2);
const { close } = await startPortableTables({ port: Number(port), folder: folder! });
const end = () => void close().then(() => process.exit(0));
process.stdin.resume().once("end", end).once("error", end);
process.once("SIGTERM", end);
process.once("SIGINT", () => undefined); // the parent hears Ctrl-C too, and ends this process in its order
