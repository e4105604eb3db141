import { render } from "preact";
import { App } from "./app.tsx";

const root = document.getElementById("root");
if (!root) throw new Error("the page has no place for the verifier");
render(<App />, root);
