import type { Agent, ConceptHit, Cue, Effect, Sentence, Token } from '../../core/sentence.js'
import type { TextSpan } from '../../core/span.js'
import { suggestedEffect } from '../suggested.js'
import { isSold } from './pitch.js'
import { unsaying } from './settings.js'
import { set } from './words.js'

/**
 * A life that changed, and an ingredient that is given the credit: "My sugar log used to be written in red ink. Since the mulberry leaf, it's all blue", "He had been falling to the floor
 * every other week; he has had a quiet spring on the magnolia bark". No list names the trouble; that there was one, and that the thing taken ended it, is what the words say
 * (21 CFR 101.93(g)(2)(x)). What everyday life, work, sport, looks and mood bring is ordinary and suggests no disease; those who tell of a doctor's cure or of nothing gained are silent.
 */
export function creditedChange(sentences: readonly Sentence[]): readonly Sentence[] {
  const asked = sentences.findIndex(({ kind }) => kind === 'question')
  if (sentences.length > mostInStory || asked > 0 || sentences.some((sentence, i) => i !== asked && isOtherwise(sentence))) return sentences
  const words = sentences.flatMap(({ tokens }) => tokens)
  if (words.length > longestStory || !words.some(({ surface }) => people.has(surface))) return sentences
  const credited = sentences.findIndex((sentence, i) => i !== asked && isCredit(sentence))
  if (credited < 0) return sentences
  const changed = changeIn(sentences, credited)
  if (!changed) return sentences
  const agent: Agent = { kind: 'ingredient', at: sentences[credited]!.concepts.find(isTaken)?.at ?? sentences[credited]!.at }
  const named = sentences.findIndex(({ concepts }) => concepts.some(isTrouble))
  return sentences.map((sentence, i) => {
    if (named >= 0 ? i !== named : sentence !== changed.sentence) return sentence
    const trouble = sentence.concepts.find(isTrouble)
    const effect = trouble
      ? suggestedEffect(agent, trouble.concept, trouble.at, 'credited')
      : suggestedEffect(agent, 'symptom.unlisted', changed.at, 'credited')
    return { ...sentence, effects: [...sentence.effects.filter((effect) => !isPlain(effect)), effect] }
  })
}

const mostInStory = 4
const longestStory = 70

const people = set(
  `i my me mine he him his she her hers mom mom's mum dad dad's father mother husband wife son daughter grandma grandpa gran granny nana uncle aunt brother sister neighbor neighbour
   friend kid kids boy girl toddler baby customer`,
)

/** What an ingredient, a brand or a dose of it is called. */
const isTaken = ({ concept }: ConceptHit): boolean => concept.startsWith('ingredient.') || doses.has(concept)
const doses = set(
  'product.capsule product.drops product.tea product.powder product.syrup product.gummy product.formula product.tincture product.lozenge product.ours',
)

/** The sentence says to what the change is owed. */
function isCredit({ tokens, concepts, kind }: Sentence): boolean {
  const hit = concepts.find(isTaken)
  if (!hit) return isSomeTimeLater(tokens)
  // "Thank you, Astragalus 9.", "Marshmallow root, twice daily"
  if (kind === 'fragment' && tokens.length <= longestName && hit.concept.startsWith('ingredient.')) return true
  if (concepts.some(({ concept, last }) => concept === 'lexical.told' && hit.first > last && hit.first <= last + farthestName)) return true
  if (hit.first <= 1 && doing.has(tokens[hit.last + 1]?.surface ?? '')) return true
  const before = tokens.slice(Math.max(0, hit.first - farthestName), hit.first).map(({ surface }) => surface)
  return (
    before.some((word, i) => crediting.has(word) || (word === 'on' && onIt.has(before[i - 1] ?? ''))) &&
    !before.some((word) => ['.', ';', ':'].includes(word))
  )
}
/** "Six weeks in, he says Mama", "Two bottles later …" */
const isSomeTimeLater = (tokens: readonly Token[]): boolean => later.test(lineOf(tokens.slice(0, 5)))
const lineOf = (tokens: readonly Token[]): string => ` ${tokens.map(({ surface }) => surface).join(' ')} `
const later =
  /^ (?:\p{L}+ ){1,2}(?:weeks?|months?|bottles?|jars?|boxes|tins?|packs?) (?:in|later|on) |^ (?:day|week|month) (?:\d+|two|three|four|five|six|eight|ten|twelve) /u

/** "Kudzu took the thought away", "Gymnema made it ten units" */
const doing = set(
  'took made gave brought put got did turned changed let fixed ended handled undid freed saved sorted cleared cured stopped finished',
)
const longestName = 8
const farthestName = 6
const crediting = set(
  `since until thank thanks credit credits credited because take takes took taking began begin started start finished finish swallow swallows chew chews sip sips drink drinks drank
   gave give given giving added adding found tried told fetch fetches orders reorders swears`,
)

/** "a quiet spring on the magnolia bark", "I've been on lutein"; "a page on wormwood" is another "on". */
const onIt = set(
  'week weeks month months day days year years spring summer fall winter season been now him her me is are was put went while',
)

/** What is otherwise than it was, and the words that tell it. */
interface Change {
  readonly sentence: Sentence
  readonly at: TextSpan
}

/** The sentence that tells what is otherwise than it was: that of the credit, or one beside it. */
function changeIn(sentences: readonly Sentence[], credited: number): Change | undefined {
  for (const at of [credited - 1, credited + 1, credited, credited - 2]) {
    const sentence = sentences[at]
    if (!sentence || sentence.kind === 'question') continue
    if (!changes.test(lineOf(sentence.tokens))) continue
    const words = sentence.tokens.filter(({ pos }) => pos !== 'symbol')
    return { sentence, at: { from: words[0]!.at.from, to: words.at(-1)!.at.to } }
  }
  return undefined
}
const changes =
  / (?:used to|no longer|never|(?:can't|cannot|couldn't|could not|wouldn't|would not|didn't|did not|hadn't|doesn't|isn't|aren't)|again|anymore|gone|finally|stopped|went (?:down|away)|back|(?:years|winters|months) (?:i|he|she|of)|before :|without (?:stopping|wincing|holding|gasping|limping)|for the first time|not once|sorted (?:it|that|me|him|her)|(?:have|has|had) not \p{L}+ (?:once|since)) /u

/** What makes it no story of a trouble: settings that unsay, a benefit that is said, trade, taste, or the ordinary life of work, sport, looks and mood. */
function isOtherwise({ kind, cues, concepts, effects, tokens }: Sentence): boolean {
  return (
    kind === 'question' ||
    cues.some(unsays) ||
    effects.some((effect) => saysMore(effect)) ||
    concepts.some(
      (hit) => others.test(hit.concept) && !concepts.some((other) => other !== hit && other.first === hit.first && isSold(other)),
    ) ||
    tokens.some(({ surface, lemma }) => besides.has(surface) || besides.has(lemma))
  )
}
const unsays = ({ setting, cue }: Cue): boolean => unsaying.has(setting) || /^negated\.(?:refused|corrected|null-result)/.test(cue)
const saysMore = (effect: Effect): boolean =>
  !effect.silent && effect.outcome === 'benefit' && effect.target !== undefined && !isPlain(effect) && effect.agent.kind !== 'unknown'
/** A benefit that is told without saying of what. */
const isPlain = ({ by, target }: Effect): boolean => by === 'act.told' || target?.concept === 'wellbeing.reader'
const others =
  /^(?:natural-state|wellbeing|nutrient|sale\.|lexical\.(?:trade|kitchen|service|food|cosmetic)|evidence\.(?:study|human|review|animal)|other\.(?:law|animal))/
const besides = set(
  `taste flavor flavour smell scent aroma sweet sour bitter delicious price cheap cost money ship shipping parcel order delivery lid cap label website subscription discount recipe
   bake cook cupboard shelf difference unchanged unconvinced disappointed useless waste headache rash upset allergic unsubscribe return refund recall
   espresso coffee energy energetic tired tiring stress stressed busy deadline work office meeting spreadsheet exam exams study training workout leg run running race marathon bike ride cycling
   hike jet flight plane tax boss afternoon monday nail nails hair skin glow wrinkle complexion lashes beard mood focus pep stamina bloated
   stock stocked eat meat vegetarian pregnant pregnancy better same grow grows harvest harvested farm vegan organic bottle's print printing printed herbalist batch reviewers founder founded brand company`,
)

const isTrouble = ({ concept }: ConceptHit): boolean => /^(?:disease|symptom|abnormal-state)\./.test(concept)
