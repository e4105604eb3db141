import { render } from "preact";
import { sessionOf, takeToken } from "./access.ts";
import { App } from "./app.tsx";
import { createClient } from "./client.ts";
import { createClock } from "./clock.ts";
import { openDraftStore } from "./saving/draft-store.ts";
import { Saver } from "./saving/saver.ts";
import { thisTab } from "./saving/tabs.ts";
import { LinkMissing } from "./screens/trouble.tsx";
import { CandidateSession } from "./session.ts";
import type { Take } from "./take.ts";

const TICK = 250;

async function open(root: HTMLElement, token: string): Promise<void> {
  const clock = createClock(
    () => performance.now(),
    () => Date.now(),
  );
  const client = createClient(token, clock);
  const changed = drawSoon(() => render(<App take={take} />, root));
  const session = new CandidateSession({ client, clock, changed });
  const drafts = await openDraftStore({ session: sessionOf(token), tab: await thisTab() });
  const kept = await drafts.load();
  const saver = new Saver({
    client,
    drafts,
    kept,
    changed,
    interrupted: () => void session.look(),
  });
  const take: Take = { session, saver, clock, client };
  session.saveWith(saver);
  follow(take, changed);
  await session.look();
}

/** Many changes in one turn, one drawing. */
function drawSoon(draw: () => void): () => void {
  let due = false;
  return () => {
    if (due) return;
    due = true;
    queueMicrotask(() => {
      due = false;
      draw();
    });
  };
}

/** The page's own life: looks again when it comes back, sends what it has when it goes. */
function follow({ session, saver }: Take, changed: () => void): void {
  const comeBack = () => {
    void saver.retry();
    void session.look();
  };
  addEventListener("online", comeBack);
  addEventListener("offline", changed);
  addEventListener("focus", comeBack);
  addEventListener("pagehide", () => saver.leave());
  document.addEventListener("visibilitychange", () => (document.hidden ? void saver.flush() : comeBack()));
  setInterval(() => session.tick(!document.hidden), TICK);
}

const root = document.getElementById("root")!;
const token = takeToken(window);
addEventListener("hashchange", () => location.reload());
if (token === undefined) render(<LinkMissing />, root);
else void open(root, token);
