import { render } from "preact";
import { App, Trouble } from "./app.tsx";
import type { ApiDocument } from "./reading/document.ts";

const root = document.getElementById("root");
if (!root) throw new Error("the page has no place for the reference");

/** The document of the version that this page was built with. */
const response = await fetch("/reference/openapi.json").catch(() => undefined);
if (response?.ok) render(<App document={(await response.json()) as ApiDocument} />, root);
else render(<Trouble />, root);
