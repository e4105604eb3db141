import { list } from "./lexicon.ts";

/** Kept lists for tone (English), our own. Each entry is a phrase whose words match with their endings. */

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
  unprofessional
  let us down
  let me down
  dropped the ball
  not my fault
  not my problem
  not our fault
  not do their homework
  not do his homework
  not do her homework
  not do their job
  not do his job
  not do her job
  nobody listened
  nobody listens
  without asking anybody
  without asking anyone
  without telling anyone
  without telling anybody
  without telling us
  without telling me
  I warned
  I have warned
  I have been warning
  you insisted
  you pushed
  you promised too much
  if you had
  if he had
  if she had
  if they had
  although I told you
  although I told them
  as I said before
  as I warned
  I did my part
  I did my job
  were too slow
  was too slow
  were too lazy
  was too lazy
  typical for them
  typical of them
  lazy
  careless
`);

/** What sounds like blame and may be none: a person is asked. */
export const PERHAPS_BLAME = list(`
  never told me
  never told us
  did not tell me
  did not tell us
  did not inform me
  did not inform us
  nobody told
  nobody informed
  no one told
  he broke
  she broke
  they broke
  he caused
  she caused
  they caused
  he forgot
  she forgot
  they forgot
  can not be trusted
  hopefully properly
`);

/** What has the words of blame and takes it upon the writer, or off everybody. */
export const NO_BLAME = list(`
  blame myself
  blame me
  I am to blame
  I alone am to blame
  not to blame
  nobody is to blame
  no one is to blame
  I messed up
  I screwed up
  we messed up
  we screwed up
  I let you down
  let you down
  my own fault
  I was careless
  I was lazy
  I was too slow
  I have been careless
  careless of me
  if you had questions
  if you had any
`);

export const INSULTS = list(`
  stupid
  idiot
  idiotic
  moron
  dumb
  useless
  pathetic
  garbage
  nonsense
  rubbish
  shut up
  leave me alone
  damn
  crap
  crappy
  bullshit
  shit
  shitty
  fuck
  fucker
  fucking
  bloody
  asshole
  arsehole
  bastard
  hell with
  loser
  clueless
  brainless
  ridiculous
  surprise surprise
`);

export const HEDGES = list(`
  maybe
  perhaps
  probably
  possibly
  hopefully
  presumably
  apparently
  I think
  I guess
  I suppose
  I believe
  I hope
  I am not sure
  not completely sure
  it seems
  seem to
  sort of
  kind of
  some sort
  might
  could be
  at some point
  somehow
  more or less
  hard to say
`);
