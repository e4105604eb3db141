import type { Texts } from "../texts.ts";

const REASON = (company: string) => `You get this mail because ${company} invited you to an assessment.`;
const STAFF_REASON = "You get this mail because your address stands in Assay's settings.";

/** English is complete: every other language has the same members. */
export const english: Texts = {
  locale: "en-GB",
  letters: {
    invitation: ({ company, name, title, minutes, link, expires }) => ({
      subject: `${company} invites you to an assessment: ${title}`,
      preview: `About ${minutes} minutes, whenever it suits you until ${expires}.`,
      greeting: `Hello ${name},`,
      paragraphs: [
        `${company} would like to get to know how you work. You can take the assessment “${title}” whenever it suits you.`,
        `It takes about ${minutes} minutes. The clock starts only when you begin. Everything you type is saved as you go.`,
        `If you need more time because of a disability or for another reason, answer this mail before you begin.`,
      ],
      button: { label: "Open the assessment", url: link },
      facts: [{ name: "Begin before", value: expires }],
      closing: ["The link is yours alone; please don't pass it on.", "Good luck!", company],
      reason: REASON(company),
    }),
    reminder: ({ company, name, title, minutes, link, expires }) => ({
      subject: `Still open: your assessment for ${company}`,
      preview: `You can begin until ${expires}.`,
      greeting: `Hello ${name},`,
      paragraphs: [
        `Your assessment “${title}” still waits for you. It takes about ${minutes} minutes, and the clock starts only when you begin.`,
        "If you don't want to take it, you need not do anything.",
      ],
      button: { label: "Open the assessment", url: link },
      facts: [{ name: "Begin before", value: expires }],
      closing: [company],
      reason: REASON(company),
    }),
    extended: ({ company, name, title, link, expires }) => ({
      subject: `More time for your assessment for ${company}`,
      preview: `It is open until ${expires} now.`,
      greeting: `Hello ${name},`,
      paragraphs: [
        `Your assessment “${title}” stays open longer than we first told you. Your link is the same as before.`,
      ],
      button: { label: "Open the assessment", url: link },
      facts: [{ name: "Open until", value: expires }],
      closing: [company],
      reason: REASON(company),
    }),
    receipt: ({ company, name, title, submitted }) => ({
      subject: `We have your assessment: ${title}`,
      preview: `It arrived at ${submitted}.`,
      greeting: `Hello ${name},`,
      paragraphs: [
        `Thank you for taking the assessment “${title}”. All your answers arrived.`,
        `${company} will look at them and write to you. No computer decides about your application: a person does.`,
        "Your link still opens the page on which you can read what was received and when, and take your data with you.",
      ],
      button: null,
      facts: [{ name: "Received", value: submitted }],
      closing: [company],
      reason: REASON(company),
    }),
    review_waiting: ({ session, title }) => ({
      subject: `A review is waiting: ${title}`,
      preview: `Grades of ${session} wait for a person.`,
      greeting: null,
      paragraphs: [
        "At least one grade of this session waits for a person: of an answer that couldn't be graded by rule alone, that decides a gate or lies near an edge, or that was drawn by lot. Somebody has to read it; points that are open in the score stay so until then.",
      ],
      button: null,
      facts: [
        { name: "Session", value: session },
        { name: "Playbook", value: title },
      ],
      closing: [],
      reason: STAFF_REASON,
    }),
    endpoint_failing: ({ endpoint, since, until }) => ({
      subject: "A webhook endpoint fails",
      preview: `Nothing has arrived at ${endpoint} since ${since}.`,
      greeting: null,
      paragraphs: [
        "Every delivery to it has failed since then. Assay goes on trying; if nothing arrives until the time below, the endpoint is disabled.",
        "Its deliveries, with what the receiver answered, are in the API and the console. Once one arrives, all is well again and you hear no more of this.",
      ],
      button: null,
      facts: [
        { name: "Endpoint", value: endpoint },
        { name: "Failing since", value: since },
        { name: "Disabled at", value: until },
      ],
      closing: [],
      reason: STAFF_REASON,
    }),
    endpoint_disabled: ({ endpoint, cause }) => ({
      subject: "A webhook endpoint was given up",
      preview: `Nothing is sent to ${endpoint} any more.`,
      greeting: null,
      paragraphs: [
        cause === "gone"
          ? "Its receiver answered that it is gone (410), so nothing is sent to it any more."
          : "For five days nothing but failures came back, so nothing is sent to it any more.",
        "Events are kept meanwhile. Repair the receiver, then have it enabled again.",
      ],
      button: null,
      facts: [{ name: "Endpoint", value: endpoint }],
      closing: [],
      reason: STAFF_REASON,
    }),
  },
};
