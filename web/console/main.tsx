import { type JSX, render } from "preact";
import { Mark } from "../shared/mark.tsx";
import { App } from "./app.tsx";
import { arrive, begin, SignInTrouble } from "./sign-in/sign-in.ts";

/** Before anybody is signed in: a sentence, and the way in. */
type DoorProps = { title: string; sentence?: string; open?: () => void };

const Door = ({ title, sentence, open: go }: DoorProps): JSX.Element => (
  <main class="door">
    <span class="brand">
      <Mark />
      Assay
    </span>
    <h1>{title}</h1>
    {sentence && <p role="alert">{sentence}</p>}
    {go && (
      <button type="button" class="button button-large" onClick={go}>
        Sign in
      </button>
    )}
  </main>
);

const root = document.getElementById("root")!;

async function open(go: () => ReturnType<typeof arrive>): Promise<void> {
  try {
    const arrival = await go();
    if (arrival === "signed-in") render(<App />, root);
    if (arrival === "signed-out") render(<Door title="You are signed out" open={signIn} />, root);
    if (arrival === "handed-over") render(<Door title="You are signed in" sentence="Close this window." />, root);
  } catch (trouble) {
    if (!(trouble instanceof SignInTrouble)) throw trouble;
    render(<Door title="You are not signed in" sentence={trouble.message} open={signIn} />, root);
  }
}

const signIn = () => void open(() => begin({ back: location.hash }));

void open(arrive);
