/**
 * Kept word lists (English), our own. Each entry is a phrase whose words match with their endings, unless said
 * otherwise.
 */

/** The entries of a list, one to a line. */
export const list = (text: string): string[] => text.trim().split(/\s*\n\s*/);

/** Small words that sentences are made with and keyword lists aren't; compared as written. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a an the this that these those i you he she it we they me us him her them my your our his its their
  is am are was were be been being do does did have has had will would can could should shall may might must
  to of in on at by for from with without until before after about into over under since as than
  and or but so because if when while not no there here which who what how more also just now
  one two three four five six seven eight nine ten please sorry yes
  till still again then once only very too some any all each every both other up out off get gets got`.split(/\s+/),
);

export const GREETINGS = list(`
  hi
  hello
  hey
  hallo
  ciao
  dear
  respected
  good morning
  good afternoon
  good evening
  good day
  morning
  afternoon
  evening
  greetings
`);

export const CLOSINGS = list(`
  regards
  greetings
  greeting
  best
  best wishes
  all the best
  wishes
  thanks
  thank you
  many thanks
  sincerely
  faithfully
  cordially
  respectfully
  with respect
  with my respect
  yours
  cheers
  ta
  hugs
  warmly
  take care
  talk soon
  speak soon
  see you
  have a nice day
  have a good day
  have a nice weekend
  have a good weekend
  looking forward
`);

export const WEEKDAYS: ReadonlySet<string> = new Set(
  "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri".split(" "),
);
export const MONTHS: ReadonlySet<string> = new Set(
  "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split(
    " ",
  ),
);
export const DAY_PHRASES = list(`
  tomorrow
  next week
  next month
  end of the week
  end of this week
  end of week
  end of next week
  later this week
  day after tomorrow
`);
export const NUMBERS: ReadonlyMap<string, number> = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
    .split(" ")
    .map((word, value): [string, number] => [word, value]),
);
export const TIME_UNITS: ReadonlySet<string> = new Set("day days hour hours week weeks month months".split(" "));

/** Words that put what is said in the present into the future: `Ana tests it then`. */
export const FUTURE_MARKS = list(`
  tomorrow
  tonight
  today
  now
  then
  next
  afterwards
  as soon as
  until
  in the morning
  in the evening
  after that
`);

/** Past forms that don't end in `-ed`; compared as written. */
export const PAST_FORMS: ReadonlySet<string> = new Set(
  `was were had did gave made took went came saw said told wrote sent found built did kept met knew thought spoke began
  ran got been done gone made seen written taken given`.split(/\s+/),
);
