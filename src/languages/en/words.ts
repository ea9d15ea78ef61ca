/** The closed classes of English: what frames are read from. Vocabulary about health lives in `rules/`, not here. */

export const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

export const determiners = set(
  `a an the this that these those my your our his her its their no every each some any all both either neither another other such
   what which whose more most less fewer few many much several enough half`,
)
export const prepositions = set(
  `of in for with from to against by on at during after before without like as than through among between over under into onto about
   per via across within despite throughout toward towards upon off around beyond including following inside outside behind besides
   except near since until versus alongside amid along against`,
)
export const pronouns = set(
  `i you he she it we they me him us them ours this that these those one ones itself themselves everyone yourself nobody nothing none`,
)
export const coordinators = set('and or but nor yet plus & /')
export const subordinators = set(
  'if when while because although though unless whenever where whereas whether once until since so lest before after as how why',
)
export const beForms = set(`be is are was were been being am 're 'm`)
export const haveForms = set("have has had having 've")
export const doForms = set("do does did don't doesn't didn't")
export const modals = set(`can could may might must shall should will would 'll 'd cannot can't couldn't won't wouldn't shouldn't mustn't`)
const negatedAuxiliaries = set(
  `don't doesn't didn't can't cannot couldn't won't wouldn't shouldn't mustn't isn't aren't wasn't weren't hasn't haven't hadn't ain't`,
)
export const auxiliaries: ReadonlySet<string> = new Set([...beForms, ...haveForms, ...doForms, ...modals, ...negatedAuxiliaries])
const adverbs = set(
  `not never also even just always often still already too very really ever only again soon now then here there maybe perhaps almost
   quickly fast well sometimes usually together actually instead quite rather far both gently thus hence therefore however yet today
   further once twice simply better best alone first away back n't either neither`,
)
const lyAdjectives = set(
  'early daily friendly elderly only lovely likely family belly jelly monthly weekly yearly fly supply rely apply reply comply multiply lily italy',
)

export const isAdverb = (surface: string): boolean =>
  adverbs.has(surface) || (surface.length > 4 && surface.endsWith('ly') && !lyAdjectives.has(surface))

/** Verbs that hand their subject on to the verb after them: "helps reduce", "is designed to ease", "has the power to lift". */
export const chainVerbs = set(
  `help aid assist aim work serve act tend seem appear continue start begin strive try promise go come able ready enough likely get keep need want`,
)
export const chainParticiples = set(
  `designed formulated intended meant used known shown proven proved found thought believed said reported reputed made created crafted
   demonstrated indicated suggested considered expected guaranteed developed engineered built scheduled bound clinically traditionally
   recommended prized valued trusted famous potent powerful proven scientifically specially specifically uniquely carefully effective useful
   excellent great perfect ideal fantastic safe natural best beneficial helpful capable`,
)
export const chainNouns = set(
  'potential power ability capacity capability capabilities tendency chance way ways effort efforts attempt order role',
)
/** Verbs whose object does the inner act, at the bidding of the subject: "helps your body fight colds". */
export const causatives = set(
  `help let make allow enable support aid assist encourage train stimulate boost teach prime empower give strengthen enhance get prepare improve increase maintain promote trigger activate`,
)

/** Everyday verbs: needed to tell where a clause ends and to read forms back to a dictionary form. */
export const commonVerbs = set(
  `accept achieve add affect agree aim allow analyze announce answer appear apply argue arrive ask assess assign associate attend avoid base
   become begin believe belong bind bite blend boast bother break breathe bring brush buy call care carry change charge check choose claim
   clean click close collect combine come compare compete complete compose concern conclude confirm connect consider consist consume
   contact contain continue control convert cook cost cover create cross crush deal decide deliver demand depend describe deserve design
   develop die digest disappear discover discuss dissolve divide do drink drive drop earn eat employ enable encounter end enjoy enroll enter
   establish examine exceed exist expect experience explain explore express face fail fall feature feed feel fill find finish fit flow follow
   force form formulate function gain gather get give go grow guarantee guess guide handle happen harvest hate have head hear hit hold hope
   hurt identify ignore imagine include indicate inform intend interact introduce invest investigate invite involve join judge jump keep know
   label lack last laugh launch lead learn leave let lie lift like link list listen live look lose love make manage manufacture mark matter
   mean measure meet mention mind miss mix move need note notice observe obtain occur offer open operate order own package participate pass
   pay perform pick place plan play point pour praise prefer prepare prescribe present press print produce promise prove provide publish pull
   purchase push put quit quote rank rate reach react read realize receive recommend record refer reflect relate release rely remain remember
   remind replace report represent request require research resemble respond rest result return reveal review rinse rise run save say scan see
   seek seem select sell send serve set settle share ship shop show sign sip sit sleep smell smile smoke sound speak spend spread stand start
   state stay steep stick stir store strike struggle study submit subscribe succeed suffer suggest supply suppose suspect swallow swear switch
   take talk taste tell tend test thank think throw touch track train travel trust try turn understand unwind use vanish vary verify visit
   wait wake walk want warn wash watch wear welcome win wish wonder work worry wrap write yield begin beg confuse convince dose drain dream
   fade feel ferment grind hang hide hug import incline ingest inhale inspire irritate isolate kick melt mind modify nod occur outweigh peel
   phone preheat relax refresh regard register regret remark repeat rub scoop shake slide sprinkle squeeze stretch succumb tackle
   deal discontinue keep live pair prompt develop quell quench filter absorb transport convert deplete signal exceed sue object prohibit forbid ban permit flag cite fine order swear rave feature combine exclude recruit aggravate`,
)

/** Verbs of an order to take or use what is sold; other orders to the reader are advice about life. */
export const takingVerbs = set(
  'take use try choose drink enjoy add apply spray mix chew sip swallow shop buy order get discover experience feel say give make grab meet start skip switch stop put consider combine pair reach ditch forget let keep look join believe see sprinkle stir dissolve unlock welcome reclaim embrace bring supplement rely trust count go imagine picture find',
)
/** Symbols after which another clause begins. */
export const clauseEnders = new Set([';', ':', '!', '?', '—', '–', '|', '•', '…', '»', '«', '·'])

/** Words that open a question about what is so. */
export const asking = set('is was were what which when where how does do')
