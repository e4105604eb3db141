console.log("A");
setTimeout(() => console.log("B"), 0);
Promise.resolve().then(() => console.log("C"));
async function load() {
  console.log("D");
  await null;
  console.log("E");
}
load();
console.log("F");
