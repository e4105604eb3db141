/** Irregular forms, each line a base with its forms; and `note`, which would be `not` without its `e`. */
const FORMS = `
be am is are was were been being
begin began begun
break broke broken
build built
choose chose chosen
do does did done doing
drive drove driven
fall fell fallen
find found
forget forgot forgotten
get got gotten
give gave given
go goes went gone
have has had having
hold held
keep kept
know knew known
lose lost losing
make made making
mean meant
meet met
note notes noted noting
pay paid
run ran running
say said
see saw seen
send sent
show shown
speak spoke spoken
take took taken taking
tell told
think thought
throw threw thrown
understand understood
win won winning
write wrote written writing
`;

const BASES: ReadonlyMap<string, string> = new Map(
  FORMS.trim()
    .split("\n")
    .flatMap((forms) => {
      const [base = "", ...others] = forms.split(" ");
      return [base, ...others].map((form): [string, string] => [form, base]);
    }),
);

const LONGEST_WORD = 40;

/**
 * A word without its English endings, so that `throw`, `throws`, `throwing` and `thrown` meet. Light on purpose: plural,
 * possessive, `-ed` and `-ing`; it is a key for comparing, not a word.
 */
export function stem(word: string): string {
  if (word.length > LONGEST_WORD) return word;
  const owner = word.endsWith("'s") ? word.slice(0, -2) : word;
  return BASES.get(owner) ?? withoutFinalE(withoutEnding(owner));
}

function withoutEnding(word: string): string {
  if (word.length <= 3) return word;
  if (word.endsWith("ies") || word.endsWith("ied"))
    return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (word.endsWith("ing")) return stripped(word, 3);
  if (word.endsWith("ed")) return stripped(word, 2);
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

/** The ending taken off where a word is left; a doubled consonant halved (`stopped`), but not `ll`, `ss`, `ff` and `zz`. */
function stripped(word: string, ending: number): string {
  const rest = word.slice(0, -ending);
  if (rest.length < 3 || !/[aeiouy]/.test(rest)) return word;
  return /([^aeiouylsfz])\1$/.test(rest) ? rest.slice(0, -1) : rest;
}

const withoutFinalE = (word: string): string => (word.length > 3 && word.endsWith("e") ? word.slice(0, -1) : word);
