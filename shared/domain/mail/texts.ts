import type { Language } from "../company/settings.ts";
import type { MailKind } from "../errands/errand.ts";
import type { Letter, LetterData } from "./letter.ts";
import { german } from "./texts/de.ts";
import { english } from "./texts/en.ts";

/** Everything that mails say in one language. */
export type Texts = {
  /** In which times are told. */
  locale: string;
  letters: { [Kind in MailKind]: (data: LetterData) => Letter };
};

export const TEXTS: { readonly [L in Language]: Texts } = { en: english, de: german };
