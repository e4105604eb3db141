import type { Texts } from "../texts.ts";

const REASON = (company: string) => `Sie erhalten diese Nachricht, weil ${company} Sie zu einem Test eingeladen hat.`;
const STAFF_REASON = "Sie erhalten diese Nachricht, weil Ihre Adresse in den Einstellungen von Assay steht.";

export const german: Texts = {
  locale: "de-DE",
  letters: {
    invitation: ({ company, name, title, minutes, link, expires }) => ({
      subject: `${company} lädt Sie zu einem Test ein: ${title}`,
      preview: `Etwa ${minutes} Minuten, wann es Ihnen passt, bis ${expires}.`,
      greeting: `Guten Tag ${name},`,
      paragraphs: [
        `${company} möchte kennenlernen, wie Sie arbeiten. Den Test „${title}“ können Sie machen, wann es Ihnen passt.`,
        `Er dauert etwa ${minutes} Minuten. Die Zeit läuft erst, wenn Sie beginnen. Alles, was Sie schreiben, wird laufend gespeichert.`,
        "Wenn Sie wegen einer Behinderung oder aus einem anderen Grund mehr Zeit brauchen, antworten Sie auf diese Nachricht, bevor Sie beginnen.",
      ],
      button: { label: "Test öffnen", url: link },
      facts: [{ name: "Beginn vor", value: expires }],
      closing: ["Der Link gehört nur Ihnen; bitte geben Sie ihn nicht weiter.", "Viel Erfolg!", company],
      reason: REASON(company),
    }),
    reminder: ({ company, name, title, minutes, link, expires }) => ({
      subject: `Noch offen: Ihr Test für ${company}`,
      preview: `Sie können bis ${expires} beginnen.`,
      greeting: `Guten Tag ${name},`,
      paragraphs: [
        `Ihr Test „${title}“ wartet noch auf Sie. Er dauert etwa ${minutes} Minuten, und die Zeit läuft erst, wenn Sie beginnen.`,
        "Wenn Sie ihn nicht machen möchten, brauchen Sie nichts zu tun.",
      ],
      button: { label: "Test öffnen", url: link },
      facts: [{ name: "Beginn vor", value: expires }],
      closing: [company],
      reason: REASON(company),
    }),
    extended: ({ company, name, title, link, expires }) => ({
      subject: `Mehr Zeit für Ihren Test für ${company}`,
      preview: `Er ist nun bis ${expires} offen.`,
      greeting: `Guten Tag ${name},`,
      paragraphs: [`Ihr Test „${title}“ bleibt länger offen als zuerst angegeben. Ihr Link ist derselbe wie bisher.`],
      button: { label: "Test öffnen", url: link },
      facts: [{ name: "Offen bis", value: expires }],
      closing: [company],
      reason: REASON(company),
    }),
    receipt: ({ company, name, title, submitted }) => ({
      subject: `Ihr Test ist angekommen: ${title}`,
      preview: `Er kam um ${submitted} an.`,
      greeting: `Guten Tag ${name},`,
      paragraphs: [
        `Vielen Dank, dass Sie den Test „${title}“ gemacht haben. Alle Ihre Antworten sind angekommen.`,
        `${company} sieht sie sich an und schreibt Ihnen. Über Ihre Bewerbung entscheidet kein Computer, sondern ein Mensch.`,
        "Ihr Link öffnet weiterhin die Seite, auf der Sie lesen können, was wann angekommen ist, und Ihre Daten mitnehmen können.",
      ],
      button: null,
      facts: [{ name: "Angekommen", value: submitted }],
      closing: [company],
      reason: REASON(company),
    }),
    review_waiting: ({ session, title }) => ({
      subject: `Eine Durchsicht steht aus: ${title}`,
      preview: `Bewertungen von ${session} warten auf einen Menschen.`,
      greeting: null,
      paragraphs: [
        "Mindestens eine Bewertung dieser Sitzung wartet auf einen Menschen: zu einer Antwort, die sich nicht allein nach Regeln bewerten ließ, die über eine Schwelle entscheidet oder nahe an einer Grenze liegt, oder die ausgelost wurde. Jemand muss sie lesen; offene Punkte bleiben bis dahin offen.",
      ],
      button: null,
      facts: [
        { name: "Sitzung", value: session },
        { name: "Playbook", value: title },
      ],
      closing: [],
      reason: STAFF_REASON,
    }),
    endpoint_failing: ({ endpoint, since, until }) => ({
      subject: "Ein Webhook-Endpunkt antwortet nicht",
      preview: `Seit ${since} ist bei ${endpoint} nichts angekommen.`,
      greeting: null,
      paragraphs: [
        "Seitdem ist jede Zustellung fehlgeschlagen. Assay versucht es weiter; kommt bis zum Zeitpunkt unten nichts an, wird der Endpunkt abgeschaltet.",
        "Seine Zustellungen und die Antworten des Empfängers stehen in der Schnittstelle und in der Konsole. Sobald eine ankommt, ist alles wieder gut, und Sie hören davon nichts mehr.",
      ],
      button: null,
      facts: [
        { name: "Endpunkt", value: endpoint },
        { name: "Fehler seit", value: since },
        { name: "Abschaltung", value: until },
      ],
      closing: [],
      reason: STAFF_REASON,
    }),
    endpoint_disabled: ({ endpoint, cause }) => ({
      subject: "Ein Webhook-Endpunkt wurde aufgegeben",
      preview: `An ${endpoint} wird nichts mehr gesendet.`,
      greeting: null,
      paragraphs: [
        cause === "gone"
          ? "Der Empfänger hat geantwortet, dass es ihn nicht mehr gibt (410). Es wird nichts mehr an ihn gesendet."
          : "Fünf Tage lang kamen nur Fehler zurück. Es wird nichts mehr an ihn gesendet.",
        "Ereignisse werden inzwischen aufgehoben. Reparieren Sie den Empfänger und lassen Sie ihn wieder einschalten.",
      ],
      button: null,
      facts: [{ name: "Endpunkt", value: endpoint }],
      closing: [],
      reason: STAFF_REASON,
    }),
  },
};
