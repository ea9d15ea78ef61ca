import type { Frame, SurfaceEntry } from '../../match/schema.js'
import type { Chunk, Unit } from './chunks.js'
import { type Grammar, headOf, isAct, isListed, isModifier, isTargetUnit, isVerbal, type Place, unitAt } from './grammar.js'
import type { Hit } from './hit.js'
import { isTransparent } from './nouns.js'
import { valenceOf } from './outcome.js'
import { potentialOf } from './potential.js'

/** A target with the acts that stand between it and the act that asked: 血糖値の上昇を抑える has 上昇 inside 抑える. */
export interface Found {
  readonly target: Place
  /** Nearest the target first. */
  readonly inner: readonly Place[]
}

/** Phrases looked at to the left of an act; sentences are short, hostile ones are not. */
const furthest = 24
/** Nested の phrases followed. */
const deepest = 6

const nominalLinks = new Set(['の', 'への', 'に対する', 'に対しての', 'における', 'からの', 'にも', 'との', 'へ'])

/** Animals whose parts are raw materials. */
const livestock =
  /^(?:豚|ブタ|牛|ウシ|鶏|ニワトリ|馬|羊|鹿|鮭|サケ|さけ|秋鮭|鮫|サメ|さめ|魚|カツオ|マグロ|タラ|イカ|カニ|エビ|すっぽん|スッポン|クジラ|ホタテ)$/

export class Targets {
  readonly #known = new Map<string, readonly Found[]>()

  constructor(private readonly parse: Grammar) {}

  /** What an act is done to: of its compound and の-phrase for nouns, of its case phrases for verbs. */
  of(act: Place, isVerbalUse: boolean): readonly Found[] {
    return this.#once(`${isVerbalUse ? 'v' : 'n'}${act.chunk.index}.${act.at}`, () => {
      const compound = this.#nominal(act, 0)
      return compound.length > 0 || !isVerbalUse ? compound : this.#verbal(act)
    })
  }

  /** Each question is worked out once: the search stays linear in what it has to look at. */
  #once(key: string, work: () => readonly Found[]): readonly Found[] {
    const known = this.#known.get(key)
    if (known) return known
    const found = work()
    this.#known.set(key, found)
    return found
  }

  /** What a noun phrase that ends here names, when it names a target: directly, or through nouns that let it through. */
  named(place: Place, depth = 0): readonly Found[] {
    return this.#once(`${depth === 0 ? 'd' : 'i'}${place.chunk.index}.${place.at}`, () => this.#named(place, depth))
  }

  #named(place: Place, depth: number): readonly Found[] {
    if (depth > deepest) return []
    const unit = unitAt(place)
    if (isTargetUnit(unit)) return this.#isOwnedByThing(place) ? [] : [{ target: place, inner: [] }, ...this.#listedBefore(place, depth)]
    if (unit.hit?.row.id.startsWith('ingredient.') && this.#isLevel(place)) return [{ target: place, inner: [] }]
    if (isAct(unit)) {
      const within = isVerbal(unit) ? this.of(place, true) : this.#nominal(place, depth + 1)
      return within.map((found) => ({ ...found, inner: [...found.inner, place] }))
    }
    // 帯状疱疹のつらさ: the dictionary cuts the noun into stem and ending
    const stem = place.chunk.units[place.at - 1]?.word
    if (unit.word.surface === 'さ' && stem && (stem.kind === '形容詞' || /^(?:つら|辛|しんど|苦し)$/.test(stem.surface)))
      return place.at > 1 ? this.named({ chunk: place.chunk, at: place.at - 2 }, depth + 1) : this.#before(place.chunk, depth)
    if (
      !isTransparent(unit.word.surface) &&
      !(unit.word.detail === '接尾' && !/^(?:剤|薬|法|者|所|院|員|師|店|費|食|産|製|中|後|前)$/.test(unit.word.surface)) &&
      unit.word.detail !== '非自立'
    )
      return []
    if (place.at > 0) {
      const left = { chunk: place.chunk, at: place.at - 1 }
      // 炎症性シグナル: an adjective made of a trouble
      if (unit.word.surface === '性' && isTargetUnit(unitAt(left)) && valenceOf(unitAt(left).hit!.row) === 'bad') return []
      return this.named(left, depth + 1)
    }
    return this.#before(place.chunk, depth)
  }

  /** サーバーのウイルス, ゴムの老化, 鮭の鼻: of things and of what is eaten, not of people. */
  #isOwnedByThing({ chunk, at }: Place): boolean {
    const before = this.parse.chunks[chunk.index - 1]
    const owner = at > 0 ? chunk.units[at - 1] : before?.link === 'の' ? before.units.at(-1) : undefined
    return /^other\.(?:device|animal|thing)/.test(owner?.hit?.row.id ?? '') || (at === 0 && livestock.test(owner?.word.surface ?? ''))
  }

  /** 鉄の吸収, 脳内マグネシウム: what a nutrient does in the body, not what the product holds. */
  #isLevel({ chunk, at }: Place): boolean {
    if (
      /^(?:内|中|内部)$/.test(chunk.units[at - 1]?.word.surface ?? '') &&
      /[脳体血細胞骨筋]/.test(chunk.units[at - 2]?.word.surface ?? '')
    )
      return true
    const after = chunk.units[at + 1] ?? (chunk.link === 'の' ? this.parse.chunks[chunk.index + 1]?.units.at(-1) : undefined)
    return (
      after !== undefined &&
      /^(?:吸収|形成|生成|吸収率|濃度|レベル|利用|利用率|利用可能性|合成|産生|生成|代謝|分泌)$/.test(after.word.surface)
    )
  }

  /** The phrase that describes this one: X の, X になる, X による. */
  #before(chunk: Chunk, depth: number): readonly Found[] {
    const previous = this.#previous(chunk.index)
    if (!previous) return []
    if (previous.isPredicate && previous.boundary === 'adnominal') {
      const head = headOf(previous)
      // 癌に負けない体: said already, and denied
      if (previous.tail.some((w) => /^(?:ない|ん|ぬ)$/.test(w.base))) return []
      if (isTargetUnit(unitAt(head))) return [{ target: head, inner: [] }]
      // 活力あふれる毎日, 悩みの続く体: the state the noun is in
      const isState = /^(?:あふれる|溢れる|満ちる|みなぎる|続く|ある)$/.test(unitAt(head).word.base)
      const state = isState ? this.parse.chunks[previous.index - 1] : undefined
      if (state && /^(?:が|に|の|)$/.test(state.link) && isTargetUnit(unitAt(headOf(state)))) return [{ target: headOf(state), inner: [] }]
      if (isAct(unitAt(head))) return this.of(head, true).map((found) => ({ ...found, inner: [...found.inner, head] }))
      return []
    }
    return nominalLinks.has(previous.link) || (previous.link === '' && previous.tail.length === 0)
      ? this.named(headOf(previous), depth + 1)
      : []
  }

  /** 胃炎や胃潰瘍, 糖尿病、高血圧: the members of the list before this one. */
  #listedBefore(place: Place, depth: number): readonly Found[] {
    const last = this.parse.chunks[place.chunk.index - 1]
    const isJoined = last?.units.at(-1)?.word.kind === '接続詞'
    const previous = isJoined ? this.parse.chunks[place.chunk.index - 2] : last
    if (place.at > 0 || !previous || previous.depth !== place.chunk.depth || !(isJoined || isListed(previous)) || depth > 3 * deepest)
      return []
    const head = headOf(previous)
    return isTargetUnit(unitAt(head)) ? [{ target: head, inner: [] }, ...this.#listedBefore(head, depth + 1)] : []
  }

  #nominal(act: Place, depth: number): readonly Found[] {
    if (depth > deepest) return []
    const { chunk, at } = act
    const unit = unitAt(act)
    if (unit.word.kind === '接頭詞' || unit.hit?.row.id === 'act.against') {
      const next = { chunk, at: at + 1 }
      return isTargetUnit(chunk.units[at + 1]) ? [{ target: next, inner: [] }] : []
    }
    if (at > 0 && !isHowUnit(chunk.units[at - 1]!)) {
      const left = { chunk, at: at - 1 }
      const found = this.named(left, depth + 1)
      if (found.length > 0 || !isTransparent(unitAt(left).word.surface)) return found
    }
    if (isVerbal(unit)) return []
    const previous = this.#previous(chunk.index)
    if (!previous || isHow(previous)) return []
    const head = headOf(previous)
    // 予防や治療, 予防、改善: the members of a list of acts share their target
    if (isListed(previous) && isAct(unitAt(head)) && !isVerbal(unitAt(head))) return this.#nominal(head, depth + 1)
    const links = unit.hit?.row.ja ? this.#linksOf(act) : []
    const isJuxtaposed = previous.link === '' && previous.tail.length === 0 && !previous.isPredicate
    if (!nominalLinks.has(previous.link) && !links.includes(previous.link) && !isJuxtaposed) return []
    return this.named(head, depth + 1)
  }

  #verbal(act: Place): readonly Found[] {
    const accepts = this.#accepts(act)
    const { chunks } = this.parse
    const source = this.#keptFrom(act)
    if (source.length > 0) return source
    /** Inside a clause that describes a noun of ours: its case phrases are its own. */
    let isForeign = false
    let hasObject = false
    let isPast = false
    /** Nothing but adverbs so far. */
    let isBare = true
    for (let i = act.chunk.index - 1; i >= 0 && i >= act.chunk.index - furthest; i--) {
      const chunk = chunks[i]!
      if (chunk.depth < act.chunk.depth) break
      if (chunk.isPredicate) {
        if (chunk.boundary === 'strong') break
        if (isAdverbial(chunk) && /^(?:を|が)$/.test(linkBefore(chunks, i))) continue
        if (chunk.boundary === 'adnominal') isForeign = true
        else if (chunk.boundary !== 'none') {
          const head = headOf(chunk)
          // 治したり予防したり, 抑えて予防: coordinated acts share their object
          if (!isPast && isBare && isAct(unitAt(head)) && chunk.boundary === 'soft' && this.frameOf(act) === this.frameOf(head))
            return this.of(head, true)
          isPast = true
          isForeign = false
        }
        continue
      }
      if (isModifier(chunk) && !isTargetUnit(unitAt(headOf(chunk)))) continue
      isBare = false
      const isTopic = /^(?:は|も|には|にも)$/.test(chunk.link)
      if ((isForeign || isPast) && !isTopic) {
        if (chunk.link !== 'の' && isForeign && /^(?:を|が|に)$/.test(chunk.link)) isForeign = isPast
        continue
      }
      if (hasObject && isTopic) continue
      // 便秘がするりと解消: how it goes, not what goes
      if (isHow(chunk)) continue
      if (!accepts.test(chunk.link) || (isTopic && this.#describesTarget(act))) continue
      const found = this.named(headOf(chunk))
      if (found.length > 0) return found
      const members = this.#listedBefore(headOf(chunk), 0)
      if (members.length > 0) return members
      // 苦味を抑えた: it has its object, and that is no matter of health
      if (/^(?:を|が)$/.test(chunk.link) && !isPast) {
        if (!this.#linksOf(act).includes('から')) return []
        // アレルギーは、体を守る免疫が: what is kept is named, only what it is kept from is still to come
        hasObject = true
      }
    }
    const topic = this.#topicOfHeading(act)
    if (topic.length > 0) return topic
    const after = this.#headAfter(act)
    return after.length > 0 ? after : this.#saidBefore(act)
  }

  /** 勃起不全、根っこから解決: a heading without a verb names its trouble first. */
  #topicOfHeading(act: Place): readonly Found[] {
    const { chunks } = this.parse
    const [first] = chunks
    if (!first || act.chunk.index !== chunks.length - 1 || act.chunk.index === 0 || isVerbal(unitAt(act))) return []
    if (first.link !== '' || !first.hasComma || chunks.some((c) => c.isPredicate)) return []
    const head = headOf(first)
    return isTargetUnit(unitAt(head)) && valenceOf(unitAt(head).hit!.row) === 'bad' ? [{ target: head, inner: [] }] : []
  }

  /** 骨粗鬆症から骨を守る: what a part is kept from is what the act is about. */
  #keptFrom(act: Place): readonly Found[] {
    if (!this.#linksOf(act).includes('から')) return []
    for (let i = act.chunk.index - 1; i >= 0 && i >= act.chunk.index - 4; i--) {
      const chunk = this.parse.chunks[i]!
      if (chunk.isPredicate) return []
      if (chunk.link === 'から' && isTargetUnit(unitAt(headOf(chunk))) && valenceOf(unitAt(headOf(chunk)).hit!.row) === 'bad')
        return this.named(headOf(chunk))
    }
    return []
  }

  /** 胆のうは肝臓で作られた胆汁をためて: the topic belongs to the main clause, the act to the noun it describes. */
  #describesTarget(act: Place): boolean {
    if (act.chunk.boundary !== 'adnominal' || this.frameOf(act) === 'adjective') return false
    const next = this.parse.chunks[act.chunk.index + 1]
    return next !== undefined && !next.isPredicate && /^(?:を|が|に|へ|で)$/.test(next.link) && isTargetUnit(next.units.at(-1))
  }

  /** 風邪をひいたら、すぐに飲めば長引きません: a subject left out is the trouble that the condition named. */
  #saidBefore(act: Place): readonly Found[] {
    if (this.frameOf(act) !== 'subject' || act.chunk.boundary === 'adnominal') return []
    for (let i = act.chunk.index - 1; i >= 0 && i >= act.chunk.index - furthest; i--) {
      const chunk = this.parse.chunks[i]!
      if (chunk.isPredicate && chunk.boundary === 'strong') return []
      if (!chunk.isPredicate && /^(?:を|が|に)$/.test(chunk.link) && isTargetUnit(unitAt(headOf(chunk))))
        return [{ target: headOf(chunk), inner: [] }]
      if (!chunk.isPredicate && /^(?:は|が)$/.test(chunk.link)) return []
    }
    return []
  }

  /** 治らなかった関節症: what a subject verb is said of may be the noun it describes. */
  #headAfter(act: Place): readonly Found[] {
    if (this.frameOf(act) !== 'subject' || act.chunk.boundary !== 'adnominal') return []
    const own = this.parse.chunks[act.chunk.index - 1]
    if (own && /^(?:の|が|は|も)$/.test(own.link)) return []
    const next = this.parse.chunks[act.chunk.index + 1]
    return next && isTargetUnit(next.units.at(-1)) ? [{ target: headOf(next), inner: [] }] : []
  }

  frameOf(act: Place): Frame {
    return this.#entryOf(act)?.frame ?? 'object'
  }

  #linksOf(act: Place): readonly string[] {
    return this.#entryOf(act)?.links ?? []
  }

  #entryOf(act: Place): SurfaceEntry | undefined {
    const { hit } = unitAt(act)
    return hit && this.parse.lexicon.source.surfaces.at(hit.surface)
  }

  /** The particles that bring this act its target. */
  #accepts(act: Place): RegExp {
    const links = this.#linksOf(act)
    const frame = this.frameOf(act)
    if (frame === 'subject') return /^(?:が|は|も|の|だけが|までも|って|なら|さえ)$/
    if (frame === 'adjective')
      return new RegExp(`^(?:に|には|にも|へ|への|に対して|に対する|にこそ|に対しても${links.length > 0 ? `|${links.join('|')}` : ''})$`)
    const extra = links.filter((link) => link !== 'を').flatMap((link) => [link, `${link}も`, `${link}は`])
    // アトピーが卒業できました: a potential turns what is left behind into the subject
    if (links.length > 0 && !links.includes('を'))
      return new RegExp(`^(?:${[...extra, ...(links.includes('から') && isPassiveOrPotential(act) ? ['が', 'も', 'を'] : [])].join('|')})$`)
    const isOpen = frame === 'noun' || isPassiveOrPotential(act)
    const base = isOpen ? 'を|も|は|が|まで|までも|だけが|の' : 'を|も|は|まで|までも|をも|だけを'
    return new RegExp(`^(?:${[base, ...extra].join('|')})$`)
  }

  #previous(index: number): Chunk | undefined {
    for (let i = index - 1; i >= 0 && i >= index - 6; i--) {
      const chunk = this.parse.chunks[i]!
      if (!isModifier(chunk) || isTargetUnit(unitAt(headOf(chunk)))) return chunk
    }
    return undefined
  }
}

/** The particle of the phrase before this one, with what only compares or measures passed over: 痛みを|予報より|早くやわらげる. */
function linkBefore(chunks: readonly Chunk[], index: number): string {
  let i = index - 1
  while (i > 0 && !chunks[i]!.isPredicate && /^(?:より|よりも|まで|ほど)$/.test(chunks[i]!.link)) i--
  return chunks[i]?.link ?? ''
}

/** するりと, スルッと: a word of sound or manner, though a list knows it as a state. */
const isHowUnit = ({ hit, word }: Unit): boolean => hit?.isWeak === true && (word.kind === '副詞' || word.surface === 'と')
const isHow = (chunk: Chunk): boolean => {
  const unit = chunk.units.at(-1)!
  if (isHowUnit(unit)) return chunk.link === ''
  return unit.hit?.isWeak === true && chunk.link === 'と' && /^[ァ-ヺぁ-んー]+[ッっリり]$/.test(unit.word.surface)
}

/** 痛みをやさしく緩和, めまいをまとめてケア: words that say how, no clause. */
function isAdverbial(chunk: Chunk): boolean {
  const unit = unitAt(headOf(chunk))
  if (
    /^(?:まとめる|合わせる|あわせる|併せる|徹底|集中|先回り)$/.test(unit.word.base) &&
    chunk.tail.at(-1)?.surface === 'て' &&
    !chunk.hasComma
  )
    return true
  return unit.word.kind === '形容詞' && /く$/.test(unit.word.surface) && chunk.tail.length === 0 && !unit.hit
}

/** れる, られる, できる, or a potential form (治せる). */
function isPassiveOrPotential({ chunk, at }: Place): boolean {
  const unit = chunk.units[at]!
  if (chunk.tail.some((w) => w.base === 'れる' || w.base === 'られる' || w.base === 'できる' || w.base === '出来る')) return true
  return (
    unit.word.kind === '動詞' &&
    unit.hit !== undefined &&
    potentialOf(unit.word.base) !== undefined &&
    !texts(unit.hit).includes(unit.word.base)
  )
}

const texts = (hit: Hit): readonly string[] => hit.row.ja?.map((entry) => entry.text) ?? []
