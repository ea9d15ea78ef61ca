import { byScript } from '../core/by-script.js'
import type { TextSpan } from '../core/span.js'
import { piecesOf } from './pieces.js'
import { Taken } from './taken.js'

/** A source named in the running text: who and when, which journal and when, which report. */
export interface NamedSource {
  readonly kind: 'author-year' | 'named-source'
  readonly at: TextSpan
  /** Family names (or the journal) and the year, folded: what an entry has to hold to be meant. */
  readonly names: readonly string[]
  /** In brackets, so that the sentence reads on without it. */
  readonly isBracketed: boolean
  /** Words that need not be names: a source only where an entry has them. */
  readonly isLoose?: true
}

const YEAR = '(?:19|20)\\d{2}'
const NAME = "\\p{Lu}[\\p{sc=Latin}'’-]{1,30}"
const WITH = '(?:\\s(?:et\\sal\\.?|and\\scolleagues|and\\sco-?workers|and\\steam|and\\sothers)|(?:ら|氏ら|他|ほか))'
/** `& Laugero`, `, Adkins, & Laugero`, `・西村`. */
const AND = `(?:(?:,\\s${NAME}){0,5},?\\s(?:&|and)\\s${NAME}|(?:[と・、＆&]\\s?(?:\\p{sc=Han}{1,4}\\p{sc=Hiragana}{0,4}|[\\p{sc=Katakana}ー]{2,12}|${NAME})){1,4})`
/** 佐藤, 佐藤花, 佐藤たみ. */
const NAME_JA = '\\p{sc=Han}{2,5}(?:(?!ら|ほか|と)\\p{sc=Hiragana}{2,4})?'
/** `（…を参照）`, `（…による）`. */
const TAIL_JA = '(?:\\s?(?:を?参照|を?参考|より|による|に基づく|から|所収))?'
const LEAD = '(?:(?:see|see\\salso|cf\\.|e\\.g\\.,?|reviewed\\s(?:in|by)|for\\sa\\sreview,?\\ssee)\\s)?'
/** `(Smith et al., 2019; Lee & Kim 2020)`, `(see Kelley, Adkins, & Laugero, 2018, p. 12)`, `(佐藤, 2019)`. */
const TAIL = /(?:を?参照|を?参考|より|による|に基づく|から|所収)(?=[)）\]］〕]$)/
const BRACKETED = byScript(
  new RegExp(
    `[(（[［〔]${LEAD}((?:${NAME}|${NAME_JA})(?:${WITH}|${AND})?[,，、]?\\s?${YEAR}年?[a-z]?(?:[;；,，、:：]\\s?[^()（）〔〕]{1,160}?)?)${TAIL_JA}[)）\\]］〕]`,
    'gu',
  ),
)
/** `(フォス・ライター 2009)`, `(ペル, 2011)`: any word of katakana may stand before a year. */
const BRACKETED_KATAKANA = byScript(
  new RegExp(
    `[(（［]((?:[・、と]?[\\p{sc=Katakana}ー]{2,12}){1,4}(?:ら|ほか)?[,，、]?\\s?${YEAR}年?[a-z]?(?:[,:：]\\s?[^()（）]{1,12})?)[)）］]`,
    'gu',
  ),
)
/** `(Institute of Medicine, 2011)`, `(see "Vitamin D," 2021; WHO 2015)`, `(文部科学省 2020)`: any words may stand before a year. */
const BRACKETED_WORDS = new RegExp(
  `[(（［[]((?:[^()（）[\\]［］]|\\[[A-Z]{2,8}\\]){2,160}?${YEAR}年?[a-z]?(?:[,，、:：]\\s?[^()（）]{1,24})?)[)）］\\]]`,
  'g',
)
const WORDS_AND_YEAR = byScript(
  new RegExp(
    `^\\s*(?:see(?:\\salso)?\\s|cf\\.\\s|e\\.g\\.,?\\s)?["“'‘「『]?((?:(?:de|da|di|du|van|von|der|den|del|la|le|el|al)\\s){0,3}[\\p{Lu}\\p{Lo}][^"”」』]{1,70}?)["”'’」』]?[,，、]?["”]?\\s?(${YEAR}[a-h]?)年?[a-z]?(?![\\d年])`,
    'u',
  ),
)
/** `(Abbott 204)`, `(Abbott and Webb 204-06)`: a name and a page, which only a list by names shows to be a source. */
const NAME_AND_PAGE = byScript(
  new RegExp(`[(（](${NAME})(?:\\sand\\s${NAME}|\\set\\sal\\.)?,?\\s(?:pp?\\.\\s?)?\\d{1,4}(?:[-–]\\d{1,4})?[)）]`, 'gu'),
)
const KATAKANA_NAMES = byScript(new RegExp(`[\\p{sc=Katakana}ー]{2,12}|${YEAR}[a-h]?`, 'gu'))
const NAMES = byScript(
  new RegExp(`${NAME}|${NAME_JA}|(?<=[と・、])(?:\\p{sc=Han}|[\\p{sc=Katakana}ー]{2,12})|${YEAR}(?:[a-h](?![\\p{L}\\d]))?`, 'gu'),
)
/** `Liu and colleagues (2016)`, `Smith (2019)`, `佐藤ら(2018年)`, `佐藤・森(2018)`, `佐藤(2018)によると`: a bare word of Han is a name where it speaks. */
const RUNNING = byScript(
  new RegExp(
    `(${NAME}(?:${WITH}|${AND})?|\\p{sc=Han}{2,4}(?:ら|氏ら|氏|[・と]\\p{sc=Han}{1,4})|(?:${NAME_JA}|\\p{sc=Han})(?=[(（]${YEAR}年?[a-z]?[)）](?:によ[るれり]|に(?:従|基づ|倣|なら)|の(?:研究|報告|調査|論文|試験|総説|レビュー|指摘)|は[^。]{0,40}(?:報告|述べ|指摘|論じ|示し|示す|記し|まとめ|調べ|挙げ|唱え|主張|検討|分析|測定|観察|確かめ|明らかに))))(?:は|の|による)?\\s?[(（](${YEAR}[a-h]?)年?[a-z]?(?:[,:]\\s(?:pp?\\.|[Cc]h|[Ff]ig|[Tt]able|\\d)[^()（）]{0,30})?[)）]`,
    'gu',
  ),
)
/** `山下(1986)の用例集`, `日高(2007, 表4)`: any word may stand before a year in brackets. */
const RUNNING_LOOSE = byScript(
  new RegExp(
    `((?<!\\p{sc=Han})(?:${NAME_JA}|\\p{sc=Han})(?:[・と、](?:${NAME_JA}|\\p{sc=Han}))?(?:ら|ほか|氏)?|(?<![\\p{sc=Katakana}ー])[\\p{sc=Katakana}ー]{2,12}|${NAME}(?:\\s\\p{Lu}{1,3})?)\\s?[(（［[](${YEAR}[a-h]?)年?[a-z]?(?:\\s?[,，、:：]\\s?[^()（）]{1,24})?[)）］\\]]`,
    'gu',
  ),
)
/** `Rondanelli et al.`, `Liuら`: a source where the sentence gives a year as well. */
const AUTHOR = byScript(new RegExp(`(${NAME})${WITH}|(\\p{sc=Han}{2,4})(?:ら|氏ら)(?=[はのがに、(（])`, 'gu'))
const WORK =
  '(?:papers?|trials?|stud(?:y|ies)|reviews?|reports?|fact\\ssheets?|articles?|meta-analys[ie]s|analys[ie]s|guidelines?|position\\s(?:stand|paper)|monographs?|opinions?|monographs?)'
/** `a 2021 Nutrients paper`, `the 2020 NIH Office of Dietary Supplements fact sheet`. */
const YEAR_NAME_WORK = byScript(
  new RegExp(`\\b${YEAR}\\s(?:${NAME}\\.?,?\\s(?:(?:of|and|the|for|in|&|on)\\s){0,2}){1,8}(?:[a-z-]{3,16}\\s){0,2}${WORK}\\b`, 'gu'),
)
/** `a 2019 Scandinavian study`: where it was done names nobody. */
const OF_A_NATION =
  /^\d{4}\s(?:\p{Lu}\p{Ll}*(?:ian|ean|can|ish|ese|avian|ern)|French|German|Dutch|Swiss|Greek|Czech|Thai|Nordic|US|UK|Ivy\sLeague)\s(?:[a-z-]{3,16}\s){0,2}(?:trial|study|studies|paper|review|report|analysis|article)$/u
/** `published in the Journal of Sleep`, `in J Alzheimer's Dis`: a journal, named where the sentence gives a year. */
const JOURNAL = byScript(
  new RegExp(
    `\\b(?:published\\s(?:in\\s${YEAR}\\s)?(?:in|by)\\s(?:the\\s)?(?:journal\\s)?|the\\sjournal\\s|in\\s(?:the\\s)?(?=(?:\\p{Lu}\\p{L}+\\s)?Journal\\b|J\\s\\p{Lu}))(${NAME}|J)(?:\\s(?:of|and|the|&|in|for|\\p{Lu}[\\p{L}'’.-]{0,30})){0,8}`,
    'gu',
  ),
)
const JOURNAL_JA = byScript(
  /[『《]?([\p{L}\p{N} .:&'’・ー]{2,60})』\s?(?:誌)?|([\p{sc=Latin}\p{sc=Katakana}\p{sc=Han}ー・ .]{2,40})誌|「([^」]{2,60})」(?=誌|に掲載|に発表|[(（](?:19|20))/gu,
)
const REPORT_JA = byScript(
  /(?:19|20)\d{2}年(?:の|に発表した|に公表した|版の?)[\p{L}・ー ]{2,40}?(?:報告書|ファクトシート|ガイドライン|論文|レビュー|食事摂取基準)/gu,
)
/**
 * What each of the patterns above cannot do without. They are dear to compile and to run (classes of letters, repeated), and most sentences with a year in
 * them name no source.
 */
const NEEDS = {
  bracketed: new RegExp(`[(（[［〔][^()（）［\\]〔]*${YEAR}`),
  running: new RegExp(`[(（]${YEAR}年?[a-z]?(?:[,:]\\s[^()（）]{1,30})?[)）]`),
  author: /\s(?:et\sal|and\s(?:co|team|others))|[ら他]|ほか/,
  yearNameWork: new RegExp(`${YEAR}\\s[^a-z]`),
  journal: /published\s|journal\s|in\s.*(?:Journal|J\s)/s,
  journalJa: /[』誌」]/,
  reportJa: /年[のに版]/,
}
const NOT_A_NAME =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Spring|Summer|Autumn|Fall|Winter|Since|In|By|From|Until|Before|After|Copyright|The|A|An|Updated|Reviewed|Founded|Established|Published|Year|Version|Model|Formula|This|These|Our|New|Best|Award|Awards|Edition|Olympics|Covid|COVID|Q[1-4])$/

const NOT_A_NAME_JA =
  /^(?:年|創業|創立|創刊|設立|発売|明治|大正|平成|昭和|令和|西暦|改訂|改版|改正|初版|再版|重版|増補|更新|公開|開始|開店|開業|開園|開催|撮影|写真|図版|制作|制定|作成|発行|刊行|公布|施行|導入|実施|現在|時点|当時|収穫|醸造|製造|受賞|復刊|再掲|掲載|連載|放送|(?:第|約|春|夏|秋|冬|今|昨|同|翌)(?:$|[年月季度次号回版]))/

export function sourcesNamedIn(text: string): readonly NamedSource[] {
  if (!/(?:19|20)\d{2}/.test(text)) return [...pagesNamedIn(text), ...undatedIn(text), ...namesAloneIn(text)]
  const found: NamedSource[] = []
  const taken = new Taken(text.length)
  const add = (kind: NamedSource['kind'], at: TextSpan, names: readonly string[], isBracketed = false, isLoose = false): void => {
    if (taken.has(at)) return
    taken.add(at)
    found.push({ kind, at, names: names.map((name) => name.toLowerCase()), isBracketed, ...(isLoose && { isLoose }) })
  }
  for (const match of NEEDS.bracketed.test(text) ? text.matchAll(BRACKETED(text)) : []) {
    const inside = match[0].replace(TAIL, (tail) => ' '.repeat(tail.length))
    // `(Chandra, 2012; Lee & Kim, 2019)`: two works
    const works =
      /\d{2}[^;；]*[;；].*(?:19|20)\d{2}/s.test(inside) || (/[;；]/.test(inside) && HAS_UNDATED.test(inside))
        ? inside.matchAll(/[^;；()（）[\]［］〔〕\s][^;；()（）[\]［］〔〕]*/g)
        : /\d{2}年?[a-z]?[、，]\s?\p{L}[^、，]*[、，]?\s?(?:19|20)\d{2}/u.test(inside)
          ? inside.matchAll(/[^()（）[\]［］〔〕、，\s](?:[^()（）[\]［］〔〕、，]|[、，](?!\s?\p{L}))*?(?:19|20)\d{2}年?[a-z]?/gu)
          : inside.matchAll(/.+/gs)
    let who: readonly string[] = []
    for (const { index, 0: work } of works) {
      const own = work.match(NAMES(work)) ?? []
      // `(Quill 2011a; 2011b)`: the second year is of the same author
      const names = own.length === 1 && /^\s*(?:19|20)\d{2}[a-z]?\s*$/.test(work) && who.length > 0 ? [...who, work.trim()] : own
      who = names.filter((name) => !/^(?:19|20)\d{2}/.test(name))
      const from = match.index + index
      if (names.length < 2 || NOT_A_NAME.test(names[0]!) || NOT_A_NAME_JA.test(names[0]!)) continue
      const years = yearsOf(work)
      if (years.length < 2) add('author-year', { from, to: from + work.length }, names, true)
      // `(Marchetti et al., 2019a, 2019b)`: each year is a work of its own
      else
        for (const { year, at } of years) {
          const span = at === years[0]!.at ? { from, to: from + at + year.length } : { from: from + at, to: from + at + year.length }
          add('author-year', span, [...names.filter((name) => !/^(?:19|20)\d{2}/.test(name)), year], true)
        }
    }
  }
  for (const source of undatedIn(text)) add(source.kind, source.at, source.names, source.isBracketed, source.isLoose)
  for (const match of NEEDS.bracketed.test(text) ? text.matchAll(BRACKETED_KATAKANA(text)) : [])
    add('author-year', spanOf(match), match[1]!.match(KATAKANA_NAMES(match[1]!)) ?? [], true, true)
  for (const match of NEEDS.bracketed.test(text) ? text.matchAll(BRACKETED_WORDS) : []) {
    for (const { index, 0: work } of match[1]!.matchAll(/[^;；]+/g)) {
      const [, words, year] = WORDS_AND_YEAR(work).exec(work) ?? []
      const from = match.index + 1 + index
      if (words !== undefined && year !== undefined)
        add('author-year', { from, to: from + work.length }, [...namesIn(words.replace(/\s?\[[A-Z]{2,8}\]/, '').trim()), year], true, true)
    }
  }
  for (const match of NEEDS.running.test(text) ? text.matchAll(RUNNING(text)) : []) {
    const name = /^[^\s,、・とらは氏(（]+/u.exec(match[1]!)?.[0] ?? match[1]!
    if (!NOT_A_NAME.test(name)) add('author-year', spanOf(match), [name, match[2]!])
  }
  for (const match of NEEDS.bracketed.test(text) ? text.matchAll(RUNNING_LOOSE(text)) : []) {
    const name = /^[^\s,、・とらほ氏(（]+/u.exec(match[1]!)?.[0] ?? match[1]!
    if (!NOT_A_NAME.test(name) && !NOT_A_NAME_JA.test(name)) add('author-year', spanOf(match), [name, match[2]!], false, true)
  }
  for (const sentence of piecesOf(text)) {
    const slice = text.slice(sentence.from, sentence.to)
    const year = /(?<![\d,.])(?:19|20)\d{2}(?!\d)/.exec(slice)
    if (!year) continue
    const place = (match: RegExpMatchArray): TextSpan => ({
      from: sentence.from + match.index!,
      to: sentence.from + match.index! + match[0].length,
    })
    const matches = (pattern: ReturnType<typeof byScript>, needs: RegExp) => (needs.test(slice) ? slice.matchAll(pattern(slice)) : [])
    for (const match of matches(AUTHOR, NEEDS.author)) add('named-source', place(match), [match[1] ?? match[2]!, year[0]])
    for (const match of matches(YEAR_NAME_WORK, NEEDS.yearNameWork))
      if (!OF_A_NATION.test(match[0])) add('named-source', place(match), [year[0]])
    for (const match of matches(JOURNAL, NEEDS.journal))
      if (!NOT_A_NAME.test(match[1]!)) add('named-source', place(match), [match[1]!, year[0]])
    for (const match of matches(JOURNAL_JA, NEEDS.journalJa))
      add('named-source', place(match), [(match[1] ?? match[2] ?? match[3])!.trim(), year[0]])
    for (const match of matches(REPORT_JA, NEEDS.reportJa)) add('named-source', place(match), [year[0]])
  }
  return [...found, ...[...pagesNamedIn(text), ...namesAloneIn(text)].filter(({ at }) => !taken.has(at))]
}

/** 牧・永井, 林ほか: short names of Han letters are one each; other words are one name. */
const namesIn = (words: string): readonly string[] =>
  /^\p{sc=Han}{1,4}(?:(?:[・、]\s?\p{sc=Han}{1,4}){0,3}(?:ら|ほか|他)?)?$/u.test(words)
    ? words.replace(/(?:ら|ほか|他)$/, '').split(/[・、]\s?/)
    : [words]

/** Years that stand in a row behind the names: `2019a, 2019b`, `2012, 2014`; `2019a` as it is written. */
function yearsOf(work: string): readonly { readonly year: string; readonly at: number }[] {
  const row = /(?:19|20)\d{2}[a-z]?(?:\s?[,，、]\s?(?:19|20)\d{2}[a-z]?(?![\d-])|\s?[,，、]\s?[b-h](?![\p{L}\d]))+/u.exec(work)
  if (!row) return []
  const [first = ''] = /(?:19|20)\d{2}/.exec(row[0]) ?? []
  return [...row[0].matchAll(/(?:19|20)\d{2}[a-z]?|(?<=[,，、]\s?)[b-h](?![\p{L}\d])/gu)].map(({ 0: year, index }) => ({
    year: year.length === 1 ? first + year : year,
    at: row.index + index,
  }))
}

const pagesNamedIn = (text: string): NamedSource[] =>
  /\d[)）]/.test(text)
    ? [...text.matchAll(NAME_AND_PAGE(text))]
        .filter((match) => !NOT_A_NAME.test(match[1]!))
        .map((match) => ({ kind: 'author-year', at: spanOf(match), names: [match[1]!.toLowerCase()], isBracketed: true, isLoose: true }))
    : []

/** `… on long days (Brandt).`, 支えます（坂東）。: a name at the end of a sentence, which an entry has to open with. */
const NAME_ALONE = byScript(new RegExp(`(?<=\\S\\s?)[(（](${NAME}|\\p{sc=Han}{2,4})[)）](?=[.。]?(?:\\s|$|\\p{Lo}))`, 'gu'))
const namesAloneIn = (text: string): NamedSource[] =>
  /\p{L}[)）]/u.test(text)
    ? [...text.matchAll(NAME_ALONE(text))].map((match) => ({
        kind: 'author-year',
        at: spanOf(match),
        names: [match[1]!.toLowerCase()],
        isBracketed: true,
        isLoose: true,
      }))
    : []

/** `(Brandvold n.d.)`, `Roe (in press)`, (牧野 準備中), `(Roe 2018; see also Pell et al., in press)`: no year, so that only an entry by the name shows the source. */
const NO_YEAR =
  'n\\.\\s?d\\.|no\\sdate|in\\spress|forthcoming|to\\sappear|submitted|accepted|undated|in\\spreparation|in\\sprep\\.?|unpublished|準備中|印刷中|投稿中|掲載予定|近刊|未刊行?|未発表|未公刊|私信|私家版|刊行年不明|発行年不明|年不詳'
const UNDATED = byScript(
  new RegExp(
    `(?<=[(（;；]\\s?${LEAD})(${NAME}|\\p{sc=Han}{2,4})(?:${WITH}|${AND})?[,，、]?\\s?(?:${NO_YEAR})(?=[)）;；])|(${NAME})(?:${WITH}|${AND})?\\s[(（](?:${NO_YEAR})[)）]`,
    'gu',
  ),
)
const HAS_UNDATED = new RegExp(NO_YEAR)
const undatedIn = (text: string): NamedSource[] =>
  HAS_UNDATED.test(text)
    ? [...text.matchAll(UNDATED(text))].map((match) => ({
        kind: 'author-year',
        at: spanOf(match),
        names: [(match[1] ?? match[2]!).toLowerCase(), ...(/in press|印刷中/.exec(match[0]) ?? [])],
        isBracketed: true,
        isLoose: true,
      }))
    : []

const spanOf = (match: RegExpMatchArray): TextSpan => ({ from: match.index!, to: match.index! + match[0].length })
