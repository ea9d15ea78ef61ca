import type { Agent, AnalysisContext, Population } from '../../core/sentence.js'
import { agentOf } from './agents.js'
import type { Chunk, Unit } from './chunks.js'
import { spanOf } from './cues.js'
import type { Draft } from './effects.js'
import { headOf, isAct, isListed, isModifier, isTargetUnit, isVerbal, type Place, unitAt } from './grammar.js'
import { isPerson } from './nouns.js'
import { compose, outcomeOf, valenceOf } from './outcome.js'
import type { Parse } from './parse.js'
import { ownedBy } from './population.js'
import type { Found, Targets } from './targets.js'
import { surfacesOf } from './words.js'

const toLinks = /^(?:に|へ|にも|には|にこそ|にと|にどうぞ|への)$/

/** Words between a condition and the people who have it: 血圧が気になる方, 不眠に悩む人, 血糖値が高めの方. */
const havings =
  /^(?:悩む|お悩み|悩み|困る|お困り|気|気になる|高め|高い|低め|低い|不安|苦しむ|多い|弱い|つらい|辛い|心配|持ち|お持ち|ある|感じる|抱える|なりやすい|起きる|目立つ|ひどい|気味|ぎみ|しやすい|悩める|お困り|続く|なる|繰り返す|くり返す|くりかえす|苦しめる|くり|襲う|疲れる|長引く|取れる|抜ける|ぶり返す|起こす|絶える|返す|悪い|異常|受ける|診断|告げる|指摘|言う|出る|始まる|進む|残る|切る|割る|割り込む|下回る|上回る|超える|越える|こえる|引っかかる|ひっかかる|こじらせる|患う|わずらう|闘う|たたかう|向き合う|付き合う|考える|意識|気づかう|気遣う|欲しい|ほしい|求める|望む)$/

/** Claims without a verb: 不眠症に。, 糖尿病の方へ, 花粉症に、乳酸菌. The particle is the act. */
export function servesOf(parse: Parse, context: AnalysisContext, topic: Agent | undefined, taken: ReadonlySet<number>): Draft[] {
  const { targets } = parse
  const row = parse.lexicon.row('act.for')
  if (!row) return []
  const drafts: Draft[] = []
  for (const chunk of parse.chunks) {
    const goal = goalOf(parse, chunk)
    if (!goal) continue
    const { index } = goal
    const addressed = personsOf(parse, chunk, targets)
    const found = (addressed?.found ?? targets.named(headOf(chunk))).filter((f) => f.inner.length === 0 || isTrouble(f))
    for (const { target, inner } of found) {
      const unit = unitAt(target)
      if (!unit.hit || taken.has(unit.first)) continue
      // 元気に, 記憶に: a function alone with に is an adverb as often as a purpose
      const isWorn = inner.length > 0 || isDeterioration(unitAt(headOf(chunk)).word.surface)
      if (!addressed && valenceOf(unit.hit.row) === 'good' && !goal.isGift && !isWorn && !isPurpose(parse, chunk)) continue
      if (goal.isGift && valenceOf(unit.hit.row) !== 'good') continue
      drafts.push({
        act: { concept: row.id, family: 'serve', at: spanOf(parse, addressed?.first ?? index, index) },
        row,
        target: { row: unit.hit.row, first: unit.first, last: unit.last },
        pieces: [
          [unit.first, unit.last],
          [addressed?.first ?? index, index],
        ],
        place: headOf(chunk),
        agent: agentOf(parse, headOf(chunk), new Set([chunk.index, target.chunk.index]), context, topic),
        isLicensed: true,
        by: addressed ? 'serve.audience' : 'serve',
        ...(!addressed && ownedBy(parse, unit.first)),
        ...(addressed && { population: addressed.population(unit.hit.row.id, isAilment(unit.hit.row.type)) }),
      })
    }
  }
  return drafts
}

/** 血糖値の上昇に, 筋力の低下に: to serve against what harms is a benefit. */
function isTrouble({ target, inner }: Found): boolean {
  const families = inner.map((place) => unitAt(place).hit?.row.family ?? 'preserve')
  const row = unitAt(target).hit!.row
  return (
    families.length > 0 &&
    (families.every((f) => f === 'cause') ||
      outcomeOf(
        families.reduce((a, b) => compose(a, b)),
        row,
        false,
      ) === 'harm')
  )
}

/** The name of the state holds an adjective (つるすべ肌 does not, 元気な体 does), and nothing in the sentence is a predicate. */
function isGoodState(parse: Parse, chunk: Chunk): boolean {
  const unit = chunk.units.at(-1)!
  if (!isTargetUnit(unit) || chunk.isPredicate || parse.chunks.some((c) => c.isPredicate && c.boundary !== 'adnominal')) return false
  const words = parse.words.slice(unit.first, unit.last + 1)
  return (
    words.length > 1 && words.some((w) => (w.detail === '形容動詞語幹' || w.kind === '形容詞') && !/^(?:健康|正常|必要)$/.test(w.surface))
  )
}

const isDeterioration = (surface: string): boolean => /^(?:不足|乱れ|衰え|不良|悩み|お悩み|トラブル|減退|悪さ|不調)$/.test(surface)

/** The words that make a phrase the purpose: に and its kin, のため, 方必見, and a last を (髪にツヤを). */
function goalOf(parse: Parse, chunk: Chunk): { readonly index: number; readonly isGift: boolean } | undefined {
  if (chunk.isPredicate) return undefined
  const next = parse.chunks.slice(chunk.index + 1, chunk.index + 3).find((c) => !isModifier(c))
  const particle = chunk.tail.find((w) => w.kind === '助詞')
  const index = particle ? parse.words.indexOf(particle) : chunk.last
  if (toLinks.test(chunk.link)) return isVerbless(parse, chunk) ? { index, isGift: false } : undefined
  if (
    chunk.link === 'の' &&
    next &&
    /^(?:ため|為|味方|救世主|お供)$/.test(unitAt(headOf(next)).word.surface) &&
    /^(?:の|に|)$/.test(next.link)
  ) {
    return isVerbless(parse, next) || isMadeFor(parse, next) ? { index: next.first, isGift: false } : undefined
  }
  // 抜け毛が気になる方のサプリ
  const isOfPeople = chunk.link === 'の' && isPerson(unitAt(headOf(chunk)).word.surface)
  const thing = isOfPeople
    ? parse.chunks.slice(chunk.index + 1, chunk.index + 4).find((c) => !isModifier(c) && (c.link !== 'の' || hasProduct(c)))
    : undefined
  // カンジダをくり返す方の腟環境に
  if (thing && isTargetUnit(thing.units.at(-1)) && toLinks.test(thing.link) && isVerbless(parse, thing))
    return { index: chunk.last, isGift: false }
  if (thing && (hasProduct(thing) || helpers.test(surfacesOf(thing.units.map((u) => u.word))))) return { index: chunk.last, isGift: false }
  if (chunk.link === '' && next && /^(?:必見|注目|専用|向け|用)$/.test(unitAt(headOf(next)).word.surface))
    return { index: next.first, isGift: false }
  // 透明感のある素肌, 休み知らずの元気な体: the heading is a state worth having
  if (chunk.link === '' && !next && chunk.index === parse.chunks.length - 1 && isGoodState(parse, chunk))
    return { index: chunk.last, isGift: true }
  if (chunk.link === 'を' && (!next || isDose(parse, chunk)) && !isPerson(unitAt(headOf(chunk)).word.surface))
    return { index, isGift: true }
  return undefined
}

/** 腸活パワーを、ひとさじで: a gift, and nothing after it but how much is taken. */
function isDose({ chunks }: Parse, { index }: Chunk): boolean {
  const last = chunks.at(-1)!
  return (
    /^(?:で|に|から|へ)$/.test(last.link) &&
    !last.isPredicate &&
    hasProduct(last) &&
    !/^(?:ひとつ|一つ|1つ)$/.test(last.units.at(-1)!.word.surface) &&
    chunks.slice(index + 1, -1).every((c) => isModifier(c) || (!c.isPredicate && c.link === 'の'))
  )
}

/** お腹を壊しやすい方の旅のお供 */
const helpers =
  /^(?:お供|おとも|味方|お守り|相棒|必需品|救世主|強い味方|助っ人|パートナー|一手|選択|選択肢|答え|常備品|定番|新定番|日課|新習慣)$/

const hasProduct = (chunk: Chunk): boolean =>
  chunk.units.at(-1)!.hit?.row.type === 'agent' ||
  /(?:サプリ|サプリメント|ドリンク|ティー|カプセル|ゼリー|パウダー|グミ)$/.test(chunk.units.at(-1)!.word.surface)

/** 糖尿病の方のために作りました: what a thing is made for. */
function isMadeFor(parse: Parse, chunk: Chunk): boolean {
  const verb = parse.chunks.slice(chunk.index + 1).find((c) => c.isPredicate)
  if (!verb || verb.tail.some((w) => /^(?:ない|ん|ぬ|ず)$/.test(w.base))) return false
  const { word } = unitAt(headOf(verb))
  return /^(?:作る|つくる|生まれる|開発|設計|処方|考案|調合)$/.test(word.base) || /^(?:開発|設計|処方|考案|調合)$/.test(word.surface)
}

/** Drug classes and troubles joined to a product word: 解熱ハーブ, 糖尿病サプリ, デトックススムージー. The product word is the act. */
export function productNamesOf(parse: Parse, context: AnalysisContext, topic: Agent | undefined, taken: ReadonlySet<number>): Draft[] {
  const row = parse.lexicon.row('act.for')
  if (!row) return []
  return parse.chunks.flatMap((chunk) =>
    chunk.units.flatMap((unit, i): Draft[] => {
      const next = /^(?:用|向け)$/.test(chunk.units[i + 1]?.word.surface ?? '') ? chunk.units[i + 2] : chunk.units[i + 1]
      if (next?.hit?.row.type !== 'agent' || !isTargetUnit(unit) || !unit.hit || taken.has(unit.first) || isVerbal(unit)) return []
      if (!(isHealthFood(next.hit.row.id) || isBlend(chunk, i, next)) || unit.hit.row.type === 'drug-or-therapy') return []
      const place = { chunk, at: i }
      return [
        {
          act: { concept: row.id, family: 'serve', at: spanOf(parse, next.first, next.last) },
          row,
          target: { row: unit.hit.row, first: unit.first, last: unit.last },
          pieces: [
            [unit.first, unit.last],
            [next.first, next.last],
          ],
          place,
          agent: agentOf(parse, place, new Set([chunk.index]), context, topic),
          isLicensed: true,
          by: 'serve.product',
        },
      ]
    }),
  )
}

/** A thing to swallow: a name for a shop, a range or a cream joins words more loosely. */
const isHealthFood = (id: string): boolean =>
  /^(?:product\.(?:supplement|capsule|gummy|drops|powder|tea|syrup|pill|ingredient|food)|ingredient\.)/.test(id)

/** 抗ウイルスブレンド, 抗炎症処方: a mixture named for what it works against. */
const isBlend = ({ units }: Chunk, at: number, product: Unit): boolean =>
  /^(?:ブレンド|フォーミュラ|処方)$/.test(product.word.surface) &&
  (units[at]!.hit?.row.type === 'drug-class' || units[at - 1]?.word.surface === '抗')

/** People with it are patients; people who forget things or are tired are not. */
const isAilment = (type: string): boolean => type === 'disease' || type === 'symptom' || type === 'abnormal-state' || type === 'marker'

interface Addressed {
  readonly found: readonly Found[]
  readonly first: number
  readonly population: (concept: string, isPatients: boolean) => Population
}

/** 糖尿病の方に, 血圧が気になる人へ: the people, with what they have. */
function personsOf(parse: Parse, chunk: Chunk, targets: Targets): Addressed | undefined {
  const head = chunk.units.at(-1)!
  const isPeople = isPerson(head.word.surface) || head.hit?.row.id === 'population.patients'
  if (!isPeople) return undefined
  const population = (concept: string, isPatients: boolean): Population => ({
    kind: isPatients ? 'patients' : 'healthy',
    concept,
    at: spanOf(parse, head.first, head.last),
  })
  const within = chunk.units.length > 1 ? targets.named({ chunk, at: chunk.units.length - 2 }) : []
  if (within.length > 0) return { found: within, first: head.first, population }
  /** A predicate that no list knows stood between: 低血圧で起きられない方に; what brings it about is marked. */
  let isCause = false
  let hasVerb = false
  let wants = false
  for (let i = chunk.index - 1; i >= 0 && i >= chunk.index - 5; i--) {
    const c = parse.chunks[i]!
    // 痛風の発作が怖くてビールを我慢していた: what they felt, and did for it
    if (c.isPredicate && c.boundary === 'soft' && feelings.test(unitAt(headOf(c)).word.base)) {
      isCause = false
      continue
    }
    if (c.isPredicate && !/^(?:adnominal|none)$/.test(c.boundary) && !isQuoted(parse, c)) break
    const place: Place = headOf(c)
    if (isAct(unitAt(place)) && c.isPredicate && unitAt(place).hit?.row.family !== 'cause' && !havings.test(unitAt(place).word.base))
      return { found: [], first: head.first, population }
    const found = targets.named(place).filter((f) => f.inner.length === 0 || isTrouble(f))
    // 元気な父へ: they are so already
    if (found.length > 0 && c.tail[0]?.surface === 'な' && found.every(isWell)) return { found: [], first: head.first, population }
    const cause = found.every(isLesser) ? causeBefore(parse, place.chunk.index, targets) : []
    if (found.length > 0 && cause.length > 0) return { found: cause, first: head.first, population }
    if (found.length > 0)
      return isCause && !/^(?:で|による|から|のせいで)$/.test(c.link) && !(wants && c.link === 'を' && found.every(isLesser))
        ? { found: [], first: head.first, population }
        : { found, first: head.first, population }
    const word = unitAt(place).word
    if (c.isPredicate) hasVerb = true
    // 瞬発力を出しきりたいランナーへ: what they want of it
    if (c.boundary === 'adnominal' && c.tail.some((w) => w.base === 'たい')) wants = true
    if (isModifier(c) || havings.test(word.base) || havings.test(word.surface) || isPerson(word.surface)) continue
    if (c.boundary === 'adnominal' ? isCause : !(hasVerb && /^(?:が|も|は|を|に)$/.test(c.link)) && !isFigure(c)) break
    isCause = true
  }
  return { found: [], first: head.first, population }
}

/** HbA1cが7の壁を越えてしまった方 */
const isFigure = ({ link, units }: Chunk): boolean => link === 'の' && units.at(-1)!.word.detail === '数'

const feelings =
  /^(?:怖い|こわい|つらい|辛い|痛い|ひどい|不安|心配|嫌|いや|苦しい|しんどい|恥ずかしい|眠れる|悩む|気になる|かゆい|重い|だるい)$/

/** 元気, 健康: a state that somebody is in. */
const isWell = ({ target }: Found): boolean =>
  unitAt(target).word.detail === '形容動詞語幹' && valenceOf(unitAt(target).hit!.row) === 'good'

/** A function, or a state that comes by itself. */
const isLesser = ({ target }: Found): boolean => {
  const { row } = unitAt(target).hit!
  return valenceOf(row) === 'good' || row.type === 'natural-state'
}

/** 多嚢胞性卵巣症候群で妊活が長引いている方へ, 帯状疱疹のあとのピリピリ: what stands behind it is what they have. */
function causeBefore({ chunks }: Parse, index: number, targets: Targets): readonly Found[] {
  for (const c of chunks.slice(Math.max(0, index - 3), index).reverse()) {
    if (c.link === 'が' || c.link === 'を') continue
    if (!/^(?:の|で|による|から|のせいで|のため)$/.test(c.link)) return []
    const found = targets.named(headOf(c))
    if (found.some((f) => !isLesser(f))) return found
  }
  return []
}

/** 数値が悪いと言われた方へ */
const isQuoted = (parse: Parse, c: Chunk): boolean => {
  const next = parse.chunks[c.index + 1]
  return (
    c.tail.some((w) => w.surface === 'と') && next !== undefined && /^(?:言う|いう|診断|指摘|告げる)$/.test(unitAt(headOf(next)).word.base)
  )
}

/** True when no verb follows that would take the に for itself. */
function isVerbless(parse: Parse, chunk: Chunk): boolean {
  // 「肥満」に分類される: behind the bracket the particle belongs to what follows
  const depth = chunk.tail.some((w) => /[」』]/.test(w.surface)) ? chunk.depth - 1 : chunk.depth
  for (const next of parse.chunks.slice(chunk.index + 1)) {
    if (next.depth < depth) return true
    if (chunk.boundary === 'strong') return true
    const head = unitAt(headOf(next))
    if (isOffer(next)) return true
    if (next.isPredicate && next.boundary !== 'adnominal') return false
    if (isAct(head) && !chunk.hasComma) return false
    if (next.isPredicate && !chunk.hasComma) return false
    if (!next.isPredicate && head.word.detail === 'サ変接続' && next.link === '' && !head.hit && !isListed(next)) return false
    if (/[。！？!?」』]/.test(next.tail.at(-1)?.surface ?? '')) return true
  }
  return true
}

/** おすすめ, 最適, ぴったり, どうぞ, お試しください: the sentence offers something. */
const isOffer = (chunk: Chunk): boolean =>
  chunk.units.some(
    (u) =>
      /^(?:おすすめ|お勧め|オススメ|お薦め|最適|ぴったり|ピッタリ|どうぞ|うってつけ|届ける|贈る|お届け|一押し|オススメ|選ばれ|好評|話題|人気|ぜひ|朗報|吉報|必見|味方|救世主|注目|選択|選択肢|提案|新提案|一手|答え|解決策|新習慣)$/.test(
        u.word.surface,
      ) ||
      /^(?:すすめる|勧める|贈る|届ける|試す|寄り添う|よりそう|応える|こたえる|捧げる)$/.test(u.word.base) ||
      (approvals.test(u.word.base) && chunk.tail.some((w) => /^(?:れる|られる|いただく|頂く|くださる)$/.test(w.base))) ||
      (/^(?:飲む|摂る|使う|食べる|続ける|のむ|試す|取る|選ぶ|知る)$/.test(u.word.base) &&
        chunk.tail.some((w) => /^(?:ほしい|欲しい|いただく|くださる)$/.test(w.base))),
  )

/** 選ばれています, 喜ばれています, ご愛用いただいています: those it is for are pleased with it. */
const approvals =
  /^(?:選ぶ|えらぶ|喜ぶ|よろこぶ|親しむ|支持|愛用|愛飲|好評|信頼|支える|利用|満足|役立てる|飲む|勧める|すすめる|迎える|愛する)$/

/** Ends the sentence or the heading, or an ingredient follows: 記憶力に、DHA。 */
function isPurpose(parse: Parse, chunk: Chunk): boolean {
  const unit = chunk.units.at(-1)!
  // しなやかな関節の動きに。, 筋力の維持に。: the heading is all there is
  if (!parse.chunks[chunk.index + 1] && parse.targets.named(headOf(chunk)).length > 0 && /^(?:に|へ|にも)$/.test(chunk.link))
    return (
      chunk.index > 0 || (unit.hit !== undefined && !unit.hit.isWeak && unit.word.detail !== '形容動詞語幹' && unit.word.kind === '名詞')
    )
  return (
    chunk.units.length > 0 &&
    unit.word.kind === '名詞' &&
    parse.chunks.slice(chunk.index + 1).some((c) => c.units.some((u) => u.hit?.row.type === 'agent'))
  )
}
