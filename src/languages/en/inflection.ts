/** Forms of English words, by rule and a short list of irregular ones. All input and output is lower case. */

export type VerbForm = 'base' | 's' | 'ed' | 'ing'

/** base -> [third person, past, participle, gerund]; empty strings fall back on the rule. */
const irregularVerbs: Readonly<Record<string, readonly [string, string, string, string]>> = {
  be: ['is', 'was', 'been', 'being'],
  have: ['has', 'had', 'had', 'having'],
  do: ['does', 'did', 'done', 'doing'],
  beat: ['beats', 'beat', 'beaten', 'beating'],
  begin: ['begins', 'began', 'begun', 'beginning'],
  bring: ['brings', 'brought', 'brought', 'bringing'],
  build: ['builds', 'built', 'built', 'building'],
  buy: ['buys', 'bought', 'bought', 'buying'],
  catch: ['catches', 'caught', 'caught', 'catching'],
  choose: ['chooses', 'chose', 'chosen', 'choosing'],
  come: ['comes', 'came', 'come', 'coming'],
  cut: ['cuts', 'cut', 'cut', 'cutting'],
  drink: ['drinks', 'drank', 'drunk', 'drinking'],
  eat: ['eats', 'ate', 'eaten', 'eating'],
  fall: ['falls', 'fell', 'fallen', 'falling'],
  feel: ['feels', 'felt', 'felt', 'feeling'],
  fight: ['fights', 'fought', 'fought', 'fighting'],
  find: ['finds', 'found', 'found', 'finding'],
  get: ['gets', 'got', 'gotten', 'getting'],
  give: ['gives', 'gave', 'given', 'giving'],
  go: ['goes', 'went', 'gone', 'going'],
  grow: ['grows', 'grew', 'grown', 'growing'],
  hold: ['holds', 'held', 'held', 'holding'],
  keep: ['keeps', 'kept', 'kept', 'keeping'],
  know: ['knows', 'knew', 'known', 'knowing'],
  lead: ['leads', 'led', 'led', 'leading'],
  leave: ['leaves', 'left', 'left', 'leaving'],
  let: ['lets', 'let', 'let', 'letting'],
  lose: ['loses', 'lost', 'lost', 'losing'],
  make: ['makes', 'made', 'made', 'making'],
  mean: ['means', 'meant', 'meant', 'meaning'],
  overcome: ['overcomes', 'overcame', 'overcome', 'overcoming'],
  prove: ['proves', 'proved', 'proven', 'proving'],
  break: ['breaks', 'broke', 'broken', 'breaking'],
  drive: ['drives', 'drove', 'driven', 'driving'],
  forget: ['forgets', 'forgot', 'forgotten', 'forgetting'],
  hear: ['hears', 'heard', 'heard', 'hearing'],
  hurt: ['hurts', 'hurt', 'hurt', 'hurting'],
  meet: ['meets', 'met', 'met', 'meeting'],
  quit: ['quits', 'quit', 'quit', 'quitting'],
  rise: ['rises', 'rose', 'risen', 'rising'],
  seek: ['seeks', 'sought', 'sought', 'seeking'],
  shake: ['shakes', 'shook', 'shaken', 'shaking'],
  spend: ['spends', 'spent', 'spent', 'spending'],
  strike: ['strikes', 'struck', 'struck', 'striking'],
  swear: ['swears', 'swore', 'sworn', 'swearing'],
  teach: ['teaches', 'taught', 'taught', 'teaching'],
  understand: ['understands', 'understood', 'understood', 'understanding'],
  withstand: ['withstands', 'withstood', 'withstood', 'withstanding'],
  wear: ['wears', 'wore', 'worn', 'wearing'],
  shed: ['sheds', 'shed', 'shed', 'shedding'],
  rid: ['rids', 'rid', 'rid', 'ridding'],
  feed: ['feeds', 'fed', 'fed', 'feeding'],
  deal: ['deals', 'dealt', 'dealt', 'dealing'],
  put: ['puts', 'put', 'put', 'putting'],
  read: ['reads', 'read', 'read', 'reading'],
  rebuild: ['rebuilds', 'rebuilt', 'rebuilt', 'rebuilding'],
  run: ['runs', 'ran', 'run', 'running'],
  say: ['says', 'said', 'said', 'saying'],
  see: ['sees', 'saw', 'seen', 'seeing'],
  sell: ['sells', 'sold', 'sold', 'selling'],
  send: ['sends', 'sent', 'sent', 'sending'],
  set: ['sets', 'set', 'set', 'setting'],
  show: ['shows', 'showed', 'shown', 'showing'],
  shrink: ['shrinks', 'shrank', 'shrunk', 'shrinking'],
  sleep: ['sleeps', 'slept', 'slept', 'sleeping'],
  speak: ['speaks', 'spoke', 'spoken', 'speaking'],
  stand: ['stands', 'stood', 'stood', 'standing'],
  take: ['takes', 'took', 'taken', 'taking'],
  tell: ['tells', 'told', 'told', 'telling'],
  think: ['thinks', 'thought', 'thought', 'thinking'],
  throw: ['throws', 'threw', 'thrown', 'throwing'],
  wake: ['wakes', 'woke', 'woken', 'waking'],
  win: ['wins', 'won', 'won', 'winning'],
  arise: ['arises', 'arose', 'arisen', 'arising'],
  awake: ['awakes', 'awoke', 'awoken', 'awaking'],
  bear: ['bears', 'bore', 'borne', 'bearing'],
  become: ['becomes', 'became', 'become', 'becoming'],
  bend: ['bends', 'bent', 'bent', 'bending'],
  bet: ['bets', 'bet', 'bet', 'betting'],
  bind: ['binds', 'bound', 'bound', 'binding'],
  bite: ['bites', 'bit', 'bitten', 'biting'],
  bleed: ['bleeds', 'bled', 'bled', 'bleeding'],
  blow: ['blows', 'blew', 'blown', 'blowing'],
  breed: ['breeds', 'bred', 'bred', 'breeding'],
  burst: ['bursts', 'burst', 'burst', 'bursting'],
  cast: ['casts', 'cast', 'cast', 'casting'],
  cling: ['clings', 'clung', 'clung', 'clinging'],
  cost: ['costs', 'cost', 'cost', 'costing'],
  creep: ['creeps', 'crept', 'crept', 'creeping'],
  dig: ['digs', 'dug', 'dug', 'digging'],
  draw: ['draws', 'drew', 'drawn', 'drawing'],
  flee: ['flees', 'fled', 'fled', 'fleeing'],
  fly: ['flies', 'flew', 'flown', 'flying'],
  forbid: ['forbids', 'forbade', 'forbidden', 'forbidding'],
  forgive: ['forgives', 'forgave', 'forgiven', 'forgiving'],
  freeze: ['freezes', 'froze', 'frozen', 'freezing'],
  grind: ['grinds', 'ground', 'ground', 'grinding'],
  hang: ['hangs', 'hung', 'hung', 'hanging'],
  hide: ['hides', 'hid', 'hidden', 'hiding'],
  hit: ['hits', 'hit', 'hit', 'hitting'],
  kneel: ['kneels', 'knelt', 'knelt', 'kneeling'],
  lay: ['lays', 'laid', 'laid', 'laying'],
  lend: ['lends', 'lent', 'lent', 'lending'],
  lie: ['lies', 'lay', 'lain', 'lying'],
  light: ['lights', 'lit', 'lit', 'lighting'],
  outdo: ['outdoes', 'outdid', 'outdone', 'outdoing'],
  overtake: ['overtakes', 'overtook', 'overtaken', 'overtaking'],
  pay: ['pays', 'paid', 'paid', 'paying'],
  regrow: ['regrows', 'regrew', 'regrown', 'regrowing'],
  ride: ['rides', 'rode', 'ridden', 'riding'],
  ring: ['rings', 'rang', 'rung', 'ringing'],
  shine: ['shines', 'shone', 'shone', 'shining'],
  shoot: ['shoots', 'shot', 'shot', 'shooting'],
  shut: ['shuts', 'shut', 'shut', 'shutting'],
  sing: ['sings', 'sang', 'sung', 'singing'],
  sink: ['sinks', 'sank', 'sunk', 'sinking'],
  sit: ['sits', 'sat', 'sat', 'sitting'],
  slide: ['slides', 'slid', 'slid', 'sliding'],
  spin: ['spins', 'spun', 'spun', 'spinning'],
  split: ['splits', 'split', 'split', 'splitting'],
  spread: ['spreads', 'spread', 'spread', 'spreading'],
  spring: ['springs', 'sprang', 'sprung', 'springing'],
  steal: ['steals', 'stole', 'stolen', 'stealing'],
  stick: ['sticks', 'stuck', 'stuck', 'sticking'],
  sting: ['stings', 'stung', 'stung', 'stinging'],
  sweep: ['sweeps', 'swept', 'swept', 'sweeping'],
  swell: ['swells', 'swelled', 'swollen', 'swelling'],
  swim: ['swims', 'swam', 'swum', 'swimming'],
  swing: ['swings', 'swung', 'swung', 'swinging'],
  tear: ['tears', 'tore', 'torn', 'tearing'],
  thrust: ['thrusts', 'thrust', 'thrust', 'thrusting'],
  undergo: ['undergoes', 'underwent', 'undergone', 'undergoing'],
  undo: ['undoes', 'undid', 'undone', 'undoing'],
  unstick: ['unsticks', 'unstuck', 'unstuck', 'unsticking'],
  uphold: ['upholds', 'upheld', 'upheld', 'upholding'],
  upset: ['upsets', 'upset', 'upset', 'upsetting'],
  weave: ['weaves', 'wove', 'woven', 'weaving'],
  weep: ['weeps', 'wept', 'wept', 'weeping'],
  wind: ['winds', 'wound', 'wound', 'winding'],
  withdraw: ['withdraws', 'withdrew', 'withdrawn', 'withdrawing'],
  wring: ['wrings', 'wrung', 'wrung', 'wringing'],
  write: ['writes', 'wrote', 'written', 'writing'],
}

const irregularPlurals: Readonly<Record<string, string>> = {
  bacterium: 'bacteria',
  child: 'children',
  foot: 'feet',
  knife: 'knives',
  life: 'lives',
  man: 'men',
  mouse: 'mice',
  person: 'people',
  tooth: 'teeth',
  woman: 'women',
  diagnosis: 'diagnoses',
  analysis: 'analyses',
  'meta-analysis': 'meta-analyses',
  leaf: 'leaves',
  virus: 'viruses',
}

const vowels = new Set('aeiou')
/** Verbs of more than one syllable whose last consonant doubles. */
const doubling = new Set([
  'control',
  'prefer',
  'refer',
  'occur',
  'regret',
  'admit',
  'permit',
  'transfer',
  'unclog',
  'begin',
  'forget',
  'deter',
  'expel',
  'dispel',
  'propel',
  'compel',
  'rebel',
  'commit',
  'submit',
  'omit',
  'emit',
  'unplug',
  'confer',
  'infer',
  'defer',
  'incur',
  'excel',
  'quiz',
  'patrol',
  'upset',
  'untrap',
  'reset',
  'acquit',
  'allot',
  'equip',
  'unwrap',
  'outrun',
])

function doubles(base: string): boolean {
  if (doubling.has(base)) return true
  const [c, v, d] = [base.at(-3) ?? '', base.at(-2) ?? '', base.at(-1) ?? '']
  if (vowels.has(d) || 'wxy'.includes(d) || !vowels.has(v) || vowels.has(c)) return false
  return base.length <= 4 && !/[aeiou].*[aeiou]/.test(base)
}

function sForm(base: string): string {
  if (/(s|x|z|ch|sh|o)$/.test(base)) return `${base}es`
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`
  return `${base}s`
}

function edForm(base: string): string {
  if (base.endsWith('e')) return `${base}d`
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`
  return doubles(base) ? `${base}${base.at(-1)}ed` : `${base}ed`
}

function ingForm(base: string): string {
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`
  if (/[^eoy]e$/.test(base)) return `${base.slice(0, -1)}ing`
  return doubles(base) ? `${base}${base.at(-1)}ing` : `${base}ing`
}

/** Every form of a verb, with its name. British -ise spellings of -ize verbs are added. */
export function verbForms(base: string): readonly (readonly [string, VerbForm])[] {
  const irregular = irregularVerbs[base]
  const forms: (readonly [string, VerbForm])[] = irregular
    ? [
        [base, 'base'],
        [irregular[0], 's'],
        [irregular[1], 'ed'],
        [irregular[2], 'ed'],
        [irregular[3], 'ing'],
      ]
    : [
        [base, 'base'],
        [sForm(base), 's'],
        [edForm(base), 'ed'],
        [ingForm(base), 'ing'],
      ]
  if (/[^s]ize$/.test(base) && base.length > 5) {
    for (const [form, name] of [...forms]) forms.push([form.replace(/iz(e|es|ed|ing)$/, 'is$1'), name])
  }
  return forms
}

/** A noun as given and its plural. A word that already looks plural stands for itself and its singular is not guessed. */
export function nounForms(noun: string): readonly string[] {
  const irregular = irregularPlurals[noun]
  if (irregular) return [noun, irregular]
  if (/(ss|us|is)$/.test(noun)) return [noun, noun.endsWith('is') ? `${noun.slice(0, -2)}es` : `${noun}es`]
  if (noun.endsWith('s') || !/[a-z]$/.test(noun)) return [noun]
  return [noun, sForm(noun)]
}

const singularOf = new Map(Object.entries(irregularPlurals).map(([one, many]) => [many, one]))

/** The singular a plural-looking word may have; the word itself otherwise. A guess for words no list knows. */
export function singular(word: string): string {
  const irregular = singularOf.get(word)
  if (irregular) return irregular
  if (word.length < 4 || !word.endsWith('s') || /(ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(ss|x|ch|sh|us)es$/.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}

export const isPlural = (word: string): boolean =>
  singularOf.has(word) || /^\d+s$/.test(word) || (word.length > 3 && word.endsWith('s') && !/(ss|us|is|'s)$/.test(word))
