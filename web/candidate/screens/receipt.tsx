import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Receipt, TakeView } from "#shared/contracts/shapes/take.ts";
import { counted, dayAndTime, timeOfDay } from "#web/shared/words.ts";
import { Heading } from "../../shared/heading.tsx";
import { sharingInWords } from "../parts/conditions.ts";
import { Frame } from "../parts/frame.tsx";
import { LateNotice } from "../parts/late-notice.tsx";
import { OwnData } from "../parts/own-data.tsx";
import type { Take } from "../take.ts";

type Shown = Receipt | "loading" | "failed";

/** The end: what was received and when, sealed; and what happens now. */
export function ReceiptScreen({ take, view }: { take: Take; view: TakeView }): JSX.Element {
  const [receipt, show] = useState<Shown>("loading");
  const fetchReceipt = async () => {
    show("loading");
    show(await take.client.receipt().catch(() => "failed" as const));
  };
  useEffect(() => void fetchReceipt(), []);
  return (
    <Frame title="Handed in" about={view.playbook.title}>
      <div class="receipt-page">
        <p class="eyebrow">Thank you, {view.candidate.name}</p>
        <Heading>Your assessment is handed in</Heading>
        <LateNotice saver={take.saver} />
        <WhatNow view={view} />
        {receipt === "loading" && <p role="status">Fetching your receipt…</p>}
        {receipt === "failed" && <ReceiptFailed again={() => void fetchReceipt()} />}
        {typeof receipt === "object" && <ReceiptPaper receipt={receipt} />}
        <OwnData client={take.client} />
      </div>
    </Frame>
  );
}

function WhatNow({ view }: { view: TakeView }): JSX.Element {
  return (
    <>
      <p class="lede">
        Your answers are now scored by fixed rules. A person at the company reads the result and decides; you will hear
        from them. {sharingInWords(view.playbook.share_with_candidate)} You can close this page.
      </p>
      {view.redirect_url !== null && isWebAddress(view.redirect_url) && (
        <p>
          <a class="button" href={view.redirect_url} rel="noreferrer">
            Continue to {new URL(view.redirect_url).host}
          </a>
        </p>
      )}
    </>
  );
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

function ReceiptFailed({ again }: { again: () => void }): JSX.Element {
  return (
    <p role="alert">
      The receipt can't be fetched just now; your answers are safe.{" "}
      <button type="button" class="link" onClick={again}>
        Try again
      </button>
    </p>
  );
}

function ReceiptPaper({ receipt }: { receipt: Receipt }): JSX.Element {
  return (
    <section class="receipt" aria-labelledby="receipt">
      <div class="receipt-head">
        <h2 id="receipt">Receipt</h2>
        {receipt.submitted_at && <p>{dayAndTime(receipt.submitted_at)}</p>}
      </div>
      {receipt.sections.map((section) => (
        <ReceiptSection key={section.id} section={section} />
      ))}
      <Seal receipt={receipt} />
    </section>
  );
}

function ReceiptSection({ section }: { section: Receipt["sections"][number] }): JSX.Element {
  return (
    <div class="receipt-section">
      <h3>{section.title}</h3>
      <p class="hint">{closingInWords(section)}</p>
      {section.answers.length === 0 && <p>No answer was received.</p>}
      {section.answers.length > 0 && (
        <ul>
          {section.answers.map((answer) => (
            <li key={`${answer.item} ${answer.saved_at}`}>
              <span>{answer.title}</span>
              <span>
                {answer.late ? "came late, kept, not scored: " : "received "}
                {timeOfDay(answer.saved_at)} · {counted(answer.revision, "save")}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function closingInWords({ closed, closed_at: at }: Receipt["sections"][number]): string {
  if (at === null) return "Not opened";
  return closed === "timeout"
    ? `Closed at the end of its time, ${timeOfDay(at)}`
    : `Finished by you at ${timeOfDay(at)}`;
}

function Seal({ receipt }: { receipt: Receipt }): JSX.Element {
  const { head } = receipt;
  return (
    <details class="seal">
      <summary>Proof that nothing is changed later</summary>
      <p>
        The log of this session ends, for now, with the entry below, signed by the service. Keep it, or print this page:
        with it anyone can prove later that the log was not altered.
      </p>
      <dl>
        <SealLine term="Session" text={receipt.session} />
        <SealLine term="Assessment" text={receipt.playbook} />
        {head && <SealLine term="Entries" text={String(head.seq)} />}
        {head && <SealLine term="Last entry" text={head.hash} />}
        {head && <SealLine term="Signature" text={head.signature} />}
        {head && <SealLine term="Key" text={head.key_id} />}
      </dl>
    </details>
  );
}

function SealLine({ term, text }: { term: string; text: string }): JSX.Element {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        <code>{text}</code>
      </dd>
    </div>
  );
}
