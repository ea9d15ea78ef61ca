import type { TargetType } from '../../core/sentence.js'
import { troubleTypes } from '../suggested.js'
import type { Draft } from './drafts.js'
import { promiseIn } from './promise.js'
import type { Reading } from './reading.js'
import { type CueHit, unsaying } from './settings.js'
import type { Word } from './tokens.js'
import type { Hit } from './vocabulary.js'
import { set } from './words.js'

/** A label says it in so many words. */
const mostInLabel = 18

/**
 * Lines of a label that have no verb and promise all the same: "Mood lifter", "Energy for new mothers", "Stamina past mile twenty", "Gorgeous nails", "Nails that survive the
 * garden", "Evening calm". What they name is a function or a part, and beside it a helper, whom or what it is for, a quality, a feat or an hour. Titles and topics ("Sleep and
 * memory in older adults", "Healthy hair: a guide") name the same things and promise nothing.
 */
export function labelEffects(reading: Reading, cues: readonly CueHit[], drafts: readonly Draft[]): Draft[] {
  if (reading.words.length > mostInLabel || drafts.some(saysMore) || isOtherwise(reading)) return []
  if (cues.some(({ setting }) => unsaying.has(setting))) return []
  const segments = segmentsOf(reading)
  const found = segments
    .map(
      (segment, index) =>
        helperIn(reading, segment) ??
        wareIn(reading, segment) ??
        purposeIn(reading, segment) ??
        qualityIn(reading, segment) ??
        featIn(reading, segment) ??
        (index > 0 ? listedIn(reading, segment) : undefined),
    )
    .find((each) => each !== undefined)
  if (found) return [promiseIn(reading, { kind: 'zero' }, found, 'act.label')]
  const compared = segments
    .slice(1)
    .map((segment) => comparedIn(reading, segment))
    .find((each) => each !== undefined)
  return compared ? [promiseIn(reading, { kind: 'zero' }, compared, 'act.scene')] : []
}

/** Whether a sentence is short and names what a label may promise: cheap, asked of every sentence. */
export const mayBeLabel = (words: readonly Word[]): boolean =>
  words.length > 1 &&
  words.length <= mostInLabel &&
  words.some(({ surface }, i) => {
    if (comparatives.has(surface)) return [1, 2].some((step) => strivings.has(singular(words[i + step]?.surface ?? '')))
    const one = singular(surface)
    return capable.has(surface) || comforts.has(surface) || parts.has(one) || looks.has(one) || inner.has(one) || doing.has(surface)
  })

interface Stretch {
  readonly first: number
  readonly last: number
}

/** The pieces between commas and stops; a label promises in the first two. */
function segmentsOf(reading: Reading): Stretch[] {
  const found: Stretch[] = []
  let first = 0
  for (let i = 0; i <= reading.words.length; i++) {
    if (i < reading.words.length && !['comma', 'stop'].includes(reading.tag(i))) continue
    if (i > first) found.push({ first, last: i - 1 })
    first = i + 1
  }
  return found.slice(0, 2)
}

/** "Mood lifter", "Adrenal tonic for busy people", "Gut buddy", "Bloat tamer". */
function helperIn(reading: Reading, { first, last }: Stretch): Stretch | undefined {
  for (let i = first + 1; i <= Math.min(last, first + 3); i++) {
    const surface = reading.surface(i)
    let named = i - 1
    if (['health', 'function', 'system'].includes(reading.surface(named))) named--
    const what = singular(reading.surface(named))
    const helps =
      (helpers.has(surface) && inner.has(what)) || (tamers.has(surface) && (nuisances.has(what) || (inner.has(what) && what !== 'mood')))
    if (!helps || !isModified(reading, first, named) || !closes(reading, i + 1, last)) continue
    return { first, last: i }
  }
  return undefined
}

/** "Energy for new mothers", "Stamina past mile twenty", "Calm before the curtain", "Evening calm", "Women's vitality", "for monthly comfort and bright skin". */
function purposeIn(reading: Reading, segment: Stretch): Stretch | undefined {
  const { last } = segment
  const first = reading.surface(segment.first) === 'for' ? segment.first + 1 : segment.first
  for (let i = first; i <= Math.min(last, first + 4); i++) {
    const surface = reading.surface(i)
    const isStrong = capable.has(surface)
    const link = reading.surface(i + 1)
    if (surface === 'health' && i > first && inner.has(singular(reading.surface(i - 1))) && ageing.has(link)) {
      if (isModified(reading, first, i - 1) && i + 1 < last) return { first, last: i }
    }
    if (!isStrong && !comforts.has(surface)) continue
    const isOfPart = i > first && parts.has(singular(reading.surface(i - 1)))
    const ends = i === last || (first > segment.first && ['and', '&'].includes(link) && isGood(reading, i + 2))
    const isTimes = ends && i > first && isTimed(reading, first, i - 1, isStrong)
    if (!isTimes && !isModified(reading, first, isOfPart ? i - 1 : i)) continue
    if (isTimes || (i === last && i > first && isOfPart)) return { first, last: i }
    if (link === 'for' && i < last && (isStrong || isOfPart || weakFor.has(surface)) && servesSomebody(reading, i + 2, last))
      return { first, last: i }
    if (lasting.has(link) && i + 1 < last && (isStrong || isOfPart)) return { first, last: i }
  }
  return undefined
}

/** "Enzymes for easy digestion", "Calm-down gummies for second graders": what is sold, and the function or the people it is for. */
function wareIn(reading: Reading, { first, last }: Stretch): Stretch | undefined {
  const link = [1, 2, 3, 4, 5].map((step) => first + step).find((i) => i < last && reading.surface(i) === 'for')
  if (link === undefined || !isWare(reading, link - 1)) return undefined
  const words = reading.words.slice(first, link).map(({ surface }) => surface)
  if (words.some((each) => denying.has(each))) return undefined
  const serves = words.some((each) => capable.has(each) || doing.has(each)) && servesSomebody(reading, link + 1, last)
  if (serves) return { first, last: link - 1 }
  let i = link + 1
  while (i < last && (qualities.has(reading.surface(i)) || modifiers.has(reading.surface(i)) || reading.tag(i) === 'det')) i++
  const what = reading.surface(i)
  const isNamed =
    capable.has(what) ||
    (i > link + 1 && (looks.has(singular(what)) || comforts.has(what) || hours.has(singular(what)))) ||
    ['romance', 'desire', 'beauty', 'brainpower'].includes(what)
  const isEaten = ['digestion', 'breakdown'].includes(what) && reading.surface(i + 1) === 'of'
  return isNamed && (isEaten || closes(reading, i + 1, last)) ? { first, last: i } : undefined
}
const isWare = (reading: Reading, i: number): boolean =>
  wares.has(reading.surface(i)) ||
  reading.hitsAt(i).some(({ row, concept, last }) => row.type === 'agent' && last === i && concept !== 'product.food')
const wares = set(
  `collagen enzyme enzymes adaptogen adaptogens probiotic probiotics electrolyte electrolytes bitters aminos protein fiber fibre peptides ceramides nootropic nootropics mushrooms herbs
   gummy gummies drop drops chew chews powder capsules softgels tablets lozenge lozenges tincture sachet sachets blend tonic elixir shot shots`,
)
const doing = set(
  'calm-down down wind unwind relax sleepy sleep sleepytime chill snooze glow bounce power chill-out mood study go get-up-and-go brain beauty',
)
const denying = set('no not free without sugar')

/** "post-workout recovery", "Bedtime calm", "Men's vitality": whose or when it is, and nothing else. */
function isTimed(reading: Reading, first: number, last: number, isStrong: boolean): boolean {
  let named = false
  for (let i = first; i <= last; i++) {
    const surface = reading.surface(i)
    const isNamed = hours.has(singular(surface)) || (isStrong && owners.has(singular(surface)))
    named ||= isNamed
    if (!isNamed && !['post', 'pre', 'after', 'before', 'all', 'mid', "'s", "'", 'time', 'day'].includes(surface)) return false
  }
  return named
}

/** "Arterosol, healthy blood flow and vessel flexibility, vitamin K2": behind a name nothing but functions and their qualities, and what is sold is named. */
function listedIn(reading: Reading, segment: Stretch): Stretch | undefined {
  const { first, last } = segment
  if (!isBesideName(reading, segment)) return undefined
  let [named, promised] = [0, 0]
  for (let i = first; i <= last; i++) {
    const surface = reading.surface(i)
    const good = reading.hitsAt(i).find(({ row, first: at, last: end }) => row.type === 'function' && at === i && end <= last)
    if (qualities.has(surface) || modifiers.has(surface) || capable.has(surface) || comforts.has(surface)) promised++
    if (good) i = good.last
    if (good || parts.has(singular(surface)) || vessels.has(singular(surface))) named++
    else if (!isModified(reading, i, i + 1) && !capable.has(surface) && !comforts.has(surface)) return undefined
  }
  return named > 0 && promised > 0 ? { first, last } : undefined
}
const vessels = set('vessel artery vein capillary')
const isBesideName = (reading: Reading, { first, last }: Stretch): boolean =>
  reading.hits.some(({ row, first: at }) => row.type === 'agent' && (at < first || at > last))

/** "Carnitine shots, more lengths in the pool", "Charcoal, quieter dinners with beans": behind a name, more or less of a thing of the day than before. */
function comparedIn(reading: Reading, segment: Stretch): Stretch | undefined {
  const { last } = segment
  let first = segment.first
  while (first < last && ['for', 'a', 'an', 'one', 'two'].includes(reading.surface(first))) first++
  if (!comparatives.has(reading.surface(first)) || !isBesideName(reading, segment)) return undefined
  const thing = [1, 2].map((step) => first + step).find((i) => i <= last && strivings.has(singular(reading.surface(i))))
  if (thing === undefined || reading.tags.slice(0, segment.first).some((tag) => tag === 'verb' || tag === 'aux')) return undefined
  const next = reading.surface(thing + 1)
  return thing === last || (reading.tag(thing + 1) === 'prep' && !['of', 'per', 'from'].includes(next)) || nexts.has(next)
    ? { first, last: thing }
    : undefined
}
const comparatives = set(
  'more fewer less extra quieter lighter calmer longer smoother easier kinder gentler cooler quicker faster steadier brighter softer livelier sunnier',
)
/** What one does more of when well, and times of day. */
const strivings = set(
  `rep set lap length mile kilometer kilometre serve sprint squat pull-up push-up round yawn nap stair hill craving dinner lunch supper mealtime morning evening afternoon night monday
   lecture exam speech deadline practice workout session run ride hike climb swim flight journey crossword page chapter slump`,
)
const nexts = set('and & before after without until till past again by')

/** "Gorgeous hair", "Happy tummies on board", "Sounder nights, sunnier moods": a quality and a part, and no noun behind it. */
function qualityIn(reading: Reading, { first, last }: Stretch): Stretch | undefined {
  let i = first
  if (['for', 'a', 'your', 'the'].includes(reading.surface(i))) i++
  if (!isGood(reading, i)) return undefined
  i++
  if (['and', '&'].includes(reading.surface(i)) && isGood(reading, i + 1)) i += 2
  if (isGood(reading, i) && i < last) i++
  const surface = reading.surface(i)
  if (i > last || !(looks.has(surface) || looks.has(singular(surface)))) return undefined
  return closes(reading, i + 1, last) ? { first, last: i } : undefined
}
const isGood = (reading: Reading, i: number): boolean => qualities.has(reading.surface(i))

/** "Nails that survive a weekend of gardening", "A memory that shows up on time", "Bones that can carry a grandchild". */
function featIn(reading: Reading, { first, last }: Stretch): Stretch | undefined {
  const link = [1, 2, 3, 4].map((step) => first + step).find((i) => i < last && ['that', 'who'].includes(reading.surface(i)))
  if (link === undefined) return undefined
  const part = singular(reading.surface(link - 1))
  if (!parts.has(part) || !isModified(reading, first, link - 1)) return undefined
  let i = link + 1
  while (
    ['can', 'will', 'still', 'always', 'really', 'just', 'never', 'simply', 'actually', 'do', "don't", "won't"].includes(reading.surface(i))
  )
    i++
  const said = reading.words.slice(link + 1, i).map(({ surface }) => surface)
  const denied = said.some((each) => ['never', "don't", "won't"].includes(each))
  const verb = reading.lemma(i)
  if (i > last || reading.words.slice(i, last + 1).some(({ surface }) => failing.has(surface))) return undefined
  if (denied ? tiring.has(verb) : feats.has(verb)) return { first, last: i }
  const names = reading.words.slice(i + 1, last + 1).some(({ surface }) => parts.has(singular(surface)))
  if (said.includes('can') && !denied && bearing.has(verb) && !names) return { first, last: i }
  return verb === 'need' && reading.surface(i + 1) === 'no' ? { first, last: i } : undefined
}

/** Nothing but an article, a quality or an owner stands before it. */
function isModified(reading: Reading, first: number, end: number): boolean {
  for (let i = first; i < end; i++) {
    const surface = reading.surface(i)
    const isPlain =
      modifiers.has(surface) ||
      qualities.has(surface) ||
      owners.has(singular(surface)) ||
      hours.has(singular(surface)) ||
      inner.has(surface)
    if (!isPlain && !['det', 'clitic', 'num'].includes(reading.tag(i)) && !["'s", "'", '&', 'and'].includes(surface)) return false
  }
  return true
}

/** The noun phrase ends here: no noun goes on with it, and what follows says for whom, when or how. */
function closes(reading: Reading, next: number, last: number): boolean {
  if (next > last) return true
  const surface = reading.surface(next)
  if (surface === 'in')
    return ['a', 'the', 'every', 'one', 'two', 'your'].includes(reading.surface(next + 1)) || reading.tag(next + 1) === 'num'
  if (surface === 'for') return servesSomebody(reading, next + 1, last)
  return following.has(surface) || reading.tag(next) === 'adv'
}

/** Behind "for": people, a part, an hour, an effort. */
function servesSomebody(reading: Reading, from: number, last: number): boolean {
  for (let i = from; i <= last; i++) {
    const surface = reading.surface(i)
    if (occasions.has(singular(surface)) || hours.has(singular(surface)) || owners.has(singular(surface)) || parts.has(singular(surface)))
      return true
    if (doers.test(surface) && !noDoers.has(surface)) return true
    if (reading.hitsAt(i).some(({ concept }) => someone.test(concept))) return true
  }
  return false
}
const someone = /^(?:population\.|other\.person|lexical\.(?:life-time|exertion))/
const doers = /^\p{L}{2,}(?:ers|ors|ists|ians|men|women|moms|dads|folks|goers|somethings)$/u
const noDoers = set(
  `papers letters numbers orders offers drawers covers flowers towers computers printers scooters containers colors doors floors mirrors sensors motors reactors
   buyers shoppers customers employers retailers sellers beginners suppliers dealers others markers timers wrappers stickers posters`,
)

const singular = (surface: string): string => {
  if (surface.endsWith('ies') && surface.length > 4) return `${surface.slice(0, -3)}y`
  if (/(?:sh|ch|x|ss)es$/.test(surface)) return surface.slice(0, -2)
  return surface.endsWith('s') && !surface.endsWith('ss') && !kept.has(surface) ? surface.slice(0, -1) : surface
}
const kept = set('pancreas pelvis calves abs')

/** Functions and parts that a helper is named after. */
const inner = set(
  `mood memory brain nerve adrenal thyroid liver kidney gut tummy belly stomach digestion digestive bowel colon lung heart prostate bladder libido desire immune immunity bone joint
   cartilage tendon muscle skin hair nail lash beard collagen sleep bedtime energy stamina vitality focus concentration attention calm metabolism circulation lymph hormone cycle milk
   lactation voice throat eye vision hearing beauty glow hydration recovery endurance spirit longevity menopause hormonal fertility detox urinary vein leg mind cognitive mental`,
)
const helpers = set(
  `lifter tonic booster enhancer builder supporter brightener soother steadier balancer sharpener strengthener helper ally friend buddy pal companion fuel nourisher nourishment restorer
   reviver refresher energizer energiser love hero boost rejuvenator revitalizer optimizer optimiser activator stimulator replenisher fortifier elixir essentials upper`,
)
const tamers = set('soother tamer calmer settler buster fighter zapper eraser smoother quieter reliever beater crusher slayer')
/** Ordinary troubles of a day. */
const nuisance =
  'stress bloat gas craving fog slump frizz wrinkle puff puffiness hunger appetite jitter tension worry hangover jetlag grump snack sweet frown crash yawn fidget'
const nuisances = set(nuisance)
/** What a body can do, whole or in part. */
const capable = set(
  `energy stamina endurance vitality vigor vigour pep zest focus concentration alertness calm composure serenity mobility flexibility circulation digestion regularity hydration immunity
   relaxation recovery wakefulness libido agility recall memory attention wellness fullness satiety poise suppleness get-up-and-go radiance steadiness sharpness limberness strength`,
)
/** States that promise something of a part or an hour only. */
const comforts = set(
  'comfort ease rest clarity lift balance glow shine bounce patience power speed wind-down lightness steadiness breath vision warmth support',
)
const weakFor = set('balance glow shine patience clarity breath vision')
const ageing = set('past beyond into after at')
const lasting = set('past beyond till until through before between without after into all that')
/** Parts of the body as people own them. */
const parts = set(
  `nail hair skin complexion lash brow beard curl lock tummy gut belly stomach bone joint knee hip leg calf calves foot feet muscle eye lung bladder mind brain memory heart voice mood
   hand finger shoulder back liver immune thigh spine grip reaction vein libido bowel cheek defense defence appetite metabolism attention digestion immunity cheekbone knuckle ankle`,
)
/** Parts and states that a quality makes a promise of. */
const looks = set(
  `nail hair skin complexion lash brow beard curl lock tummy gut belly bone joint knee leg muscle lung mind mood spirit wit reflex dream sleep night finger eye bladder memory thinking
   digestion circulation heart stomach cheek breath recovery vision grip gait posture stride appetite`,
)
const qualities = set(
  `beautiful gorgeous lovely pretty stunning happy happier ironclad silky nimble nimbler steady steadier quick quicker strong stronger sturdy sturdier tough tougher glossy glossier shiny shinier
   radiant luminous glowing supple suppler limber springy springier sound sounder deep deeper sunny sunnier bright brighter sharp sharper clear clearer calm calmer smooth smoother flat flatter
   thick thicker full fuller lush luscious youthful younger-looking flexible healthy-looking resilient peaceful restful sweeter longer firmer plumper rosy rosier even-keeled bouncy bouncier
   enviable unbreakable unshakable unflappable agile cooperative contented settled quiet quieter comfortable rested easy easier effortless dewy velvety flawless vibrant lively livelier limberer`,
)
const modifiers = set(
  `more extra gentle general everyday regular proper lasting all-day steady clean natural naturally daily everyday deep real inner total mental physical whole body whole-body healthy normal better easy easier good great complete
   advanced super ultra ultimate pure herbal botanical organic plant kids kid children mushroom berry little big quick fast quiet simple lifelong round clock long lasting sustained smooth`,
)
const owners = set(
  `men women man woman kid child children toddler baby teen teenager senior mom mum dad mother father grandma grandpa grandparent parent adult elder guy student athlete runner family ladies people`,
)
const hours = set(
  `bedtime night night-time nighttime evening morning midday noon afternoon dinner lunch lunchtime teatime mealtime dinnertime playtime naptime meal workout game race match exam desk school work shift travel flight party holiday monthly winter summer
   weekend week day daily monday tuesday wednesday thursday friday saturday sunday season midnight dawn dusk bed playdate`,
)
const occasions = set(
  `fifty sixty seventy eighty ninety fiftie sixtie seventie eightie ninetie romance wedding speech meeting exam final shift flight commute yoga hike court stage marathon school gym life year romance date mile ride set hill weekend season interview birthday job desk screen
   recital audition performance garden gardening dance dancing golf tennis pickleball chess trail deadline presentation test studying study homework reading driving night hand toe`,
)
const following = set(
  'at on by after past through all that you from with without when before every again daily guaranteed and , & till until',
)
/** What a part does that is well. */
const feats = set(
  `survive outlast outshine outrun outlive endure withstand handle forgive bounce sparkle gleam flutter dance sing smile listen obey cooperate behave cope recover remember love like thank
   march hike laugh shrug impress dazzle rebound rival invite answer cheer rise shine glow keep show go say stand understand learn agree deliver perform play relax stretch kneel climb
   defy welcome wave greet move sleep think turn pull work drink beg`,
)
const bearing = set('carry take hold lift keep bear reach catch tackle chase survive do run climb squat dance handle stand digest')
const tiring = set('quit tire complain split snag chip break flake give stop snap frizz peel protest grumble sulk let fail miss')
/** Words under which the part is a topic of anatomy or a trouble. */
const failing = set(
  `falling fall falls thinning breaking hurting aching pain painful ache aches itch dry oily red wrong apart away badly poorly eye jaw arm limb bone bones skull spine organ organs joint joints
   muscle muscles nerve nerves blood signal signals pairs opposite attached attach connect called skeleton body heart head wrist neck cell cells damage infection`,
)

/** A benefit that is told, or a trouble whatever becomes of it. */
const saysMore = ({ silent, outcome, target }: Draft): boolean =>
  target !== undefined && ((!silent && outcome === 'benefit') || troubleTypes.has(target.type))

/** Titles, trade, kitchen, care from outside, questions and whole sentences. */
function isOtherwise(reading: Reading): boolean {
  if (reading.hits.some((hit: Hit) => troubleTypes.has(hit.row.type as TargetType) || others.has(hit.concept) || studied.test(hit.concept)))
    return true
  if (reading.words.some(({ surface, lemma }) => besides.has(surface) || besides.has(lemma) || surface === '?')) return true
  const clause = reading.words.findIndex(({ surface }) => ['that', 'who', 'you', 'when'].includes(surface))
  const main = reading.tags.findIndex((tag, i) => (tag === 'verb' || tag === 'aux') && i > 0 && (clause < 0 || i < clause))
  return main > 0 && reading.tag(main) === 'aux'
}
const studied = /^evidence\.(?:study|human|review|animal|in-vitro|team|authority)$/
const others = set('lexical.trade lexical.kitchen lexical.service lexical.cosmetic lexical.clinical-test other.study')
const besides = set(
  `guide basics tip type how why what which anatomy structure growth stage fact 101 explain chart study review history chapter lesson course class quiz test definition overview introduction
   physiology glossary journal blog article book novel podcast photo picture sample tissue cell monitor tracker band mask lamp pillow mattress brace cushion shoe sock sofa chair candle soap
   shampoo conditioner serum lotion cream balm oil polish brush comb towel salon music app flavor flavour taste texture finish aroma mg iu ml price cost sale free shipping parcel delivery
   order customer shopper store shop label packaging bottle box jar lid cap company business home house car engine device tool team brand quality sourcing recipe soup snack hens cow
   egg newborn dog cat horse circa hire hiring wanted needed research trial vaccination vaccine disorder surgery injury illness hospital clinic doctor poem song painting exhibition versus vs`,
)
