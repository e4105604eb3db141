import { render } from "preact";
import { App } from "./app.tsx";
import { readReport } from "./client.ts";

const root = document.getElementById("root");
if (!root) throw new Error("the page has no place for the report");
addEventListener("hashchange", () => location.reload());
render(<App found={undefined} />, root);
// The token stays behind `#`: there it survives a reload and is sent to nobody as an address.
render(<App found={await readReport(location.hash.slice(1))} />, root);
