/** What candidates are told before they agree. `text` is Markdown; another text is another version. */
export type Notice = { version: string; text: string };

/** How their data are treated, and how the score is made and who decides. */
export type Notices = { privacy: Notice; scoring: Notice };

export type NoticeName = keyof Notices;

/** Which notices somebody agreed to: versions, and hex SHA-256 of the texts as they were shown. */
export type AgreedNotices = { [Name in NoticeName]: { version: string; digest: string } };

/** What holds until the company writes its own; each company has to add who it is and whom to ask. */
export const STANDARD_NOTICES: Notices = {
  privacy: {
    version: "assay-1",
    text: `The company that invited you uses this assessment to decide on your application. It stores:

- your name and e-mail address, as it entered them;
- your answers, and when they were saved;
- how they were scored, and what people at the company noted and decided.

**Who sees it.** The people at the company who work on your application. Whoever looks at a written answer again doesn't see your name. There are no other recipients, and nothing is sold.

**How.** In the company's own systems, in a log in which nothing can be changed unnoticed. No camera, no microphone, no tracking of keys or windows.

**Your rights.** On this page you can download everything that is stored about you, and withdraw at any time. Ask the company to correct or erase your data; it can erase them completely. You may complain to a data protection authority.`,
  },
  scoring: {
    version: "assay-1",
    text: `**Rules make the score.** Each answer is scored by rules that were fixed before you started and are the same for everyone: tests for code, right answers for questions, a list of criteria for texts. No rule looks at your name, your age, where you come from, or how fast you type. The points of each section add up, with fixed weights, to a score and a recommendation.

**People decide.** The score is a recommendation and no more. A named person at the company reads it together with what else they know of you, and decides. Nobody is rejected by the system.

**You can ask.** Every point can be explained. If the company shares the result with you, you will see it with this link, and you can object to a grade once: then a person looks at it again.`,
  },
};
