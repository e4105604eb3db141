const { log } = console;
log("A");
setTimeout(() => log("B"), 0);
Promise.resolve().then(() => log("C"));
async function load() {
  log("D");
  await null;
  log("E");
}
load();
log("F");
