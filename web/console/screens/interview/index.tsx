import type { JSX } from "preact";
import { isLegal } from "#shared/domain/session/transitions.ts";
import { useRead } from "../../api/hooks.ts";
import type { Session } from "../../api/types.ts";
import { useMay } from "../../may.ts";
import { useMe } from "../../me.ts";
import { Empty } from "../../parts/empty.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import type { Kit, Scorecards } from "./card.ts";
import { Compare } from "./compare.tsx";
import { Desk } from "./desk.tsx";
import { KitPages } from "./kit.tsx";
import { Progress } from "./progress.tsx";
import { RedFlags } from "./red-flags.tsx";

/** Milliseconds after which the cards are read again: others lock theirs meanwhile. */
const LIVE = 20_000;

/** One interview: the kit and the own scorecard side by side; once it is locked, everybody's. */
export default function Interview({ session }: { session: Session }): JSX.Element {
  const kit = useRead("read-interview", { session: session.id });
  const cards = useRead("read-scorecards", { session: session.id }, { every: LIVE });
  const takesCards = isLegal(session.status, "scorecard.locked");
  return (
    <Loaded of={kit}>
      {(found) => (
        <Loaded of={cards}>
          {(all) => (
            <div class="interview">
              <Progress {...all.progress} />
              <Inside kit={found} cards={all} takesCards={takesCards} />
              <RedFlags session={session} known={found.red_flags} />
            </div>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

type InsideProps = { kit: Kit; cards: Scorecards; takesCards: boolean };

function Inside({ kit, cards, takesCards }: InsideProps): JSX.Element {
  const me = useMe();
  const rates = useMay("save-scorecard");
  const own = cards.data.find(({ interviewer }) => interviewer === me.id);
  if (own?.locked_at) return <Compare kit={kit} cards={cards} />;
  const seesOthers = own === undefined && cards.data.length > 0;
  if (rates && takesCards && !seesOthers) return <Desk kit={kit} cards={cards} own={own} />;
  if (!takesCards && cards.data.length === 0) return <NoCards kit={kit} />;
  return (
    <>
      <Compare kit={kit} cards={cards} />
      <KitPages kit={kit} />
    </>
  );
}

const NoCards = ({ kit }: { kit: Kit }): JSX.Element => (
  <>
    <Empty title="Nothing is rated here now">
      Scorecards are taken from the end of the assessment until somebody decides.
    </Empty>
    <KitPages kit={kit} />
  </>
);
