/** Kept word lists (English). Each entry is a phrase whose words match with their endings, unless said otherwise. */

const list = (text: string): string[] => text.trim().split(/\s*\n\s*/);

/** Small words that sentences are made with and keyword lists aren't; compared as written. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a an the this that these those i you he she it we they me us him her them my your our his its their
  is am are was were be been being do does did have has had will would can could should shall may might must
  to of in on at by for from with without until before after about into over under since as than
  and or but so because if when while not no there here which who what how more also just now
  one two three four five six seven eight nine ten please sorry yes`.split(/\s+/),
);

export const GREETINGS = list(`
  hi
  hello
  hey
  dear
  good morning
  good afternoon
  good evening
  greetings
`);

/** Their last word counts as written: `Yours` closes, `your` doesn't. */
export const CLOSINGS = list(`
  regards
  best
  best wishes
  all the best
  thanks
  thank you
  many thanks
  sincerely
  yours
  cheers
  talk soon
  speak soon
  respectfully
`);

export const BLAME = list(`
  your fault
  his fault
  her fault
  their fault
  fault of
  to blame
  blame
  because of you
  messed up
  screwed up
  you should have
  he should have
  she should have
  they should have
  they failed to
  you failed to
  he failed to
  she failed to
  incompetent
  let us down
  let me down
  dropped the ball
  not my fault
  not my problem
  not our fault
`);

export const INSULTS = list(`
  stupid
  idiot
  idiotic
  moron
  dumb
  useless
  pathetic
  shut up
  damn
  crap
  bullshit
  shit
  fuck
  fucking
  asshole
  bastard
  hell with
  loser
  clueless
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
