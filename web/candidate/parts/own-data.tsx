import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { TakeClient } from "../client.ts";

/** The candidate's copy of everything that is stored about them. */
export function OwnData({ client }: { client: Pick<TakeClient, "export"> }): JSX.Element {
  const [said, say] = useState("");
  const download = async () => {
    say("Preparing…");
    say(await client.export().then(offer, () => "It could not be fetched just now. Please try again."));
  };
  return (
    <p class="own-data">
      <button type="button" class="link" onClick={() => void download()}>
        Download everything stored about me
      </button>{" "}
      <span role="status">{said}</span>
    </p>
  );
}

function offer(data: unknown): string {
  const address = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "my-assessment.json";
  link.click();
  URL.revokeObjectURL(address);
  return "Downloaded.";
}
