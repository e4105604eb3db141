import { useQueryClient } from "@tanstack/preact-query";
import { useEffect, useMemo, useState } from "preact/hooks";
import { useCall } from "../../api/hooks.ts";
import { useMe } from "../../me.ts";
import { devicePlace } from "../../parts/device.ts";
import type { Scorecard } from "./card.ts";
import { CardSaver } from "./card-saver.ts";
import { type CardDraft, fromDevice, fromService } from "./card-state.ts";

/** The own card of a session, saved as it is written. The screen is drawn again whenever it changes. */
export function useCard(session: string, stored: Scorecard | undefined): CardSaver {
  const call = useCall();
  const cache = useQueryClient();
  const me = useMe();
  const [, redraw] = useState(0);
  const saver = useMemo(() => {
    const device = devicePlace<CardDraft>(`card:${session}:${me.id}`);
    const draft = device.get();
    const read = async () => (await call("read-scorecards", { session })).data.find(isOwn);
    const isOwn = ({ interviewer }: Scorecard) => interviewer === me.id;
    return new CardSaver(draft ? fromDevice(draft, stored) : fromService(stored), {
      device,
      read,
      save: (body) => call("save-scorecard", { session, interviewer: me.id }, { body }),
      changed: () => redraw((times) => times + 1),
    });
  }, [session, me.id]);
  useEffect(() => {
    const again = () => void saver.retry();
    const hidden = () => document.visibilityState === "hidden" && void saver.flush();
    addEventListener("online", again);
    document.addEventListener("visibilitychange", hidden);
    return () => {
      removeEventListener("online", again);
      document.removeEventListener("visibilitychange", hidden);
      void saver.flush().then(() => cache.invalidateQueries({ queryKey: ["list-interviews"] }));
    };
  }, [saver]);
  return saver;
}
