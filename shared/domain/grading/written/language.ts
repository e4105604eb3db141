import type { Token } from "../tokens.ts";
import { FUNCTION_WORDS } from "./lexicon.ts";

/** The commonest small words of languages that candidates write, as they are written; none that is English, too. */
const SMALL_WORDS: { [language: string]: ReadonlySet<string> } = {
  German: words(`der die das den dem des ein eine einen einem einer und oder aber ist sind wird werden wurde nicht
    kein keine ich du wir ihr sie es mir mich dir dich uns mit von zu zum zur bei auf für aus nach über unter bis dass weil wenn
    noch schon auch nur sehr dann dafür heute morgen leider wie`),
  French: words(`le la les un une des du de et ou mais est sont sera été ne pas je tu nous vous il elle ils elles mon ma
    mes ton votre notre ce cette ces avec pour dans sur par que qui quand aussi très encore jusqu aujourd hui demain`),
  Spanish: words(`el la los las un una unos de del y o pero es son está están será estará fue ha han se lo le yo tú
    nosotros usted mi su con para por en que qué cuando también muy hasta hoy mañana porque`),
  Italian: words(`il lo la gli le un una di del della dei e o ma è sono sarà non che chi io tu noi voi mio suo con per
    in da dal nel nella su quando anche molto fino oggi domani perché questo questa`),
  Portuguese: words(`o os um uma uns de do da dos das e ou mas é são será está estão não que eu você nós meu seu com
    para por em no na nos nas quando também muito até hoje amanhã porque`),
  Dutch: words(`de het een en of maar wordt worden niet geen ik je jij wij jullie zij mij ons mijn met van naar bij op
    voor uit tot dat omdat als nog ook heel dan vandaag morgen helaas hoe`),
  Polish: words(`i oraz ale jest są będzie nie ja ty my wy oni mój twój się z ze w we na do od dla po przez że
    ponieważ kiedy też bardzo dziś jutro ten ta to tego`),
};

/** Fewer small words of a language than this say nothing. */
const FEWEST = 3;
const LATIN_OR_OTHER = /[^\p{Script=Latin}\p{N}\p{P}\p{S}\p{M}]/u;

/** The language other than English in which words are written, where their small words or their letters show it. */
export function otherLanguage(tokens: readonly Token[]): string | undefined {
  if (tokens.filter(({ word }) => LATIN_OR_OTHER.test(word)).length * 2 > tokens.length) return "another script";
  const english = tokens.filter(({ word }) => FUNCTION_WORDS.has(word)).length;
  const counted = Object.entries(SMALL_WORDS).map(([language, small]) => ({
    language,
    count: tokens.filter(({ word }) => small.has(word) && !FUNCTION_WORDS.has(word)).length,
  }));
  const most = counted.reduce((best, each) => (each.count > best.count ? each : best));
  return most.count >= FEWEST && most.count > english ? most.language : undefined;
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
