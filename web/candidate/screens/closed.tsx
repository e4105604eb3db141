import type { JSX } from "preact";
import type { TakeView } from "#shared/contracts/shapes/take.ts";
import { OwnData } from "../parts/own-data.tsx";
import type { Take } from "../take.ts";
import { Saying } from "./trouble.tsx";

type Status = TakeView["status"];

const SAYINGS: Partial<Record<Status, { heading: string; text: string }>> = {
  expired: {
    heading: "This invitation has run out",
    text: "The assessment was not started in time. If you still want to take it, ask the company that invited you: it can send a new invitation.",
  },
  canceled: {
    heading: "This assessment was canceled",
    text: "The company that invited you has canceled it, so there is nothing left to do here. Please ask them if this surprises you.",
  },
  withdrawn: {
    heading: "You have withdrawn",
    text: "The assessment is closed at your wish and will not be scored. If that was a mistake, tell the company that invited you.",
  },
  voided: {
    heading: "This assessment does not count",
    text: "Something on our side went wrong, so it was declared void. This is not your fault: the company can offer you another try.",
  },
  erased: {
    heading: "This assessment was erased",
    text: "The personal data of this assessment has been deleted. There is nothing left to show.",
  },
};

export function Closed({ take, view }: { take: Take; view: TakeView }): JSX.Element {
  const saying = SAYINGS[view.status]!;
  return (
    <Saying heading={saying.heading}>
      <p>{saying.text}</p>
      {view.status !== "erased" && <OwnData client={take.client} />}
    </Saying>
  );
}
