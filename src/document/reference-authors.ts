import { byScript } from '../core/by-script.js'
import type { TextSpan } from '../core/span.js'
import { fold, holdsPhrase } from './english-disclaimer.js'
import type { NoticeTexts } from './notice-texts.js'

/** A stretch of an entry without the marks around it. */
export interface Segment {
  readonly text: string
  readonly at: TextSpan
}

/** What stands between authors and title where no full stop does: a colon, an opening quote, the year in brackets. */
const HEAD_END =
  /(?<!\d)\s?[:：]\s?|\s?[｜|]\s?|\s?(?=["“「『])|[,，、]?\s?(?=[(（](?:(?:19|20)\d{2}|印刷中|in press))|[,，、]?[ \u3000](?=(?:19|20)\d{2}[a-z]?(?:[,.、．]?[ \u3000]))/g

/** 長浜・滝「題名」, フォス・ライター「題名」: family names alone, which only a title behind them shows to be authors. */
const FAMILY_NAMES = byScript(
  /^(?:\p{sc=Han}{1,4}|[\p{sc=Katakana}ー]{2,10})(?:[・、,，]\s?(?:\p{sc=Han}{1,4}|[\p{sc=Katakana}ー]{2,10})){0,5}$/u,
)

/** 森あき・谷健 2015 題名. */
const BEFORE_YEAR = byScript(/^\p{sc=Han}{1,4}\p{sc=Hiragana}{0,4}(?:[・、,，]\s?\p{sc=Han}{1,4}\p{sc=Hiragana}{0,4}){0,5}$/u)

/** `Jane Doe and Mark Roe, "Title"`: as people sign, which only a quoted title or a publisher behind them shows. */
const GIVEN_NAMES_FIRST = byScript(
  /^\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]*){1,3}(?:,?\s(?:and\s)?\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]*){1,3})*$/u,
)

/** 酒戸弥二郎：題名. Before a colon a name may be longer; 出典：and the like are none. */
const ONE_NAME = /^\p{sc=Han}{2}[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]{1,4}$/u
const LABEL_WORD = /(?:出典|参考|引用|資料|文献|書籍|論文|情報|提供|監修|注釈|表|図)/

/**
 * Authors as an entry opens with them where their own points and commas hide the end: written out (`Abbott, Robert D., Grace F. Webb, and Karl Lund.`), in
 * capitals (`ABBOTT, Robert D., WEBB, Grace F. and LUND, Karl.`), initials first (`M. de la Cruz, P. van der Berg, Title, …`), 林裕之ほか 雑誌名.
 */
const OPENINGS = (text: string): readonly RegExp[] => [
  WRITTEN_OUT(text),
  CAPITALS(text),
  INITIALS_FIRST(text),
  ET_AL(text),
  AND_OTHERS(text),
  NAMES_AND_SPACE(text),
]
const WRITTEN_OUT = byScript(
  /^\p{Lu}[\p{L}'’-]+, \p{Lu}\p{Ll}+(?:[ -]\p{Lu}(?:\p{Ll}+|\.))?(?:,? (?:and |& )?\p{Lu}\p{Ll}+(?: \p{Lu}\.)? (?:(?:de|da|van|von|der|la) ){0,2}\p{Lu}[\p{L}'’-]+){0,8}(?:,? et al)?(?=\. ["“(\p{Lu}\d])/u,
)
const CAPITALS = byScript(
  /^\p{Lu}{2}[\p{Lu}'’-]+, \p{Lu}[\p{L}.-]*(?: \p{Lu}\.?)?(?:(?:,|;| and| &) ?\p{Lu}{2}[\p{Lu}'’-]+, \p{Lu}[\p{L}.-]*(?: \p{Lu}\.?)?){0,8}(?:,? et al)?(?=\.? )/u,
)
const INITIALS_FIRST = byScript(
  /^(?:\p{Lu}\.[ -]?){1,3}(?:(?:de|da|di|du|van|von|der|den|la|le) ){0,3}\p{Lu}[\p{L}'’-]+(?:(?:,? (?:and|&)|,) (?:\p{Lu}\.[ -]?){1,3}(?:(?:de|da|di|du|van|von|der|den|la|le) ){0,3}\p{Lu}[\p{L}'’-]+){0,12}(?:,? et al\.?)?(?=, \p{Lu}\p{Ll})/u,
)
const ET_AL = byScript(/^(?:\p{Ll}{2,3} ){0,2}\p{Lu}[\p{L}'’-]+,? (?:\p{Lu}\.?-?){1,3}(?:,? [^.;:"“]{2,30}){0,4},? et al\b(?=\.?[,;]? )/u)
const AND_OTHERS = byScript(/^\p{sc=Han}[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]{1,7}[ \u3000]?(?:ほか|他|ら)(?=[ \u3000])/u)
/** 平良奈緒・堀田元 題名. 誌名 12: no more than a space behind names. */
const NAMES_AND_SPACE = byScript(
  /^\p{sc=Han}{2,5}\p{sc=Hiragana}{0,3}(?:[・、,，]\p{sc=Han}{2,5}\p{sc=Hiragana}{0,3}){0,5}(?=[ \u3000][^\s.．,，、。]{5,}[^.．。]*[.．。][ \u3000]?\p{L}[^.．。]{1,30}\d)/u,
)

/** `J. Roe: …`, `J. ラインド『…』`: the point stands behind an initial, since a name alone follows. */
const INITIAL_AND_NAME = byScript(
  /^(?:\p{Lu}\.\s?){1,3}(?:\p{Lu}[\p{L}'’-]+|[\p{sc=Katakana}ー・]{2,12})(?:\s?[(（][^()（）]{2,14}訳[)）]|\s?(?:他|ほか|ら))?$/u,
)

/** 『題名』氏名 編、…, 「題名」氏名, …: who signs stands behind a title that opens the entry. */
export function signedBehindTitle(body: string, from: number, texts: NoticeTexts): Segment | undefined {
  const title = /^(?:「[^」]{2,80}」|『[^』]{2,80}』)\s?/.exec(body.slice(from))
  if (!title) return undefined
  const start = from + title[0].length
  const text = /^[^、,，。.(（「『:：]{2,16}/.exec(body.slice(start))?.[0].trimEnd() ?? ''
  return text !== '' && isAuthors(text, texts) ? { text, at: { from: start, to: start + text.length } } : undefined
}

/** 氏名, 氏名, 題名, 誌名, …: names that only commas part from a title, where another comma follows. */
export function listedHead(body: string, from: number): Segment | undefined {
  let end = from
  for (const match of body.slice(from).matchAll(/([^,，、]+)([,，、]\s?)/g)) {
    const name = match[1]!.replace(/^\s+/, '')
    if (!/^\p{sc=Han}/u.test(name) || !isJapaneseNames(name)) break
    end = from + match.index + match[1]!.length
  }
  const rest = body.slice(end)
  return end > from && (rest.match(/[,，、]/g)?.length ?? 0) >= 3 ? { text: body.slice(from, end), at: { from, to: end } } : undefined
}

/** `Johnson M: …`, `山田太郎「…」`, `佐藤花子(2015)…`: authors and editors who open an entry. */
export function authorHead(body: string, from: number, texts: NoticeTexts): Segment | undefined {
  const opening = body.slice(from, from + 200)
  for (const pattern of OPENINGS(opening)) {
    const text = pattern.exec(opening)?.[0]
    if (text !== undefined) return { text, at: { from, to: from + text.length } }
  }
  for (const { index } of opening.matchAll(HEAD_END)) {
    // 小川誠 2011「…」
    const text = opening
      .slice(0, index)
      .replace(/[.,，、\s]+$/, '')
      .replace(/[、,，\s](?:19|20)\d{2}年?$/, '')
      .replace(/[、,，\s]+$/, '')
      .replace(/[(（][^()（）]{2,14}訳[)）]$/, '')
    if (text === '' || /^[A-Za-z]$/.test(text)) continue
    const isNamed =
      isAuthors(text, texts) ||
      (/^\s?[「『]/.test(opening.slice(index)) && isOrganisation(text.replace(/^(?:一般|公益)?(?:財団|社団)法人\s?/, ''), texts)) ||
      (/^\s?[:：]/.test(opening.slice(index)) && ONE_NAME.test(text) && !LABEL_WORD.test(text)) ||
      (/^\s?[「『]/.test(opening.slice(index)) && FAMILY_NAMES(text).test(text)) ||
      (/^[,，、]?[ \u3000](?:19|20)\d{2}/.test(opening.slice(index)) && BEFORE_YEAR(text).test(text)) ||
      (/^\s?["“]/.test(opening.slice(index)) && GIVEN_NAMES_FIRST(text).test(text))
    return (!holdsFullStop(text) || INITIAL_AND_NAME(text).test(text)) && isNamed ? { text, at: { from, to: from + index } } : undefined
  }
  return undefined
}

/** `Federal Trade Commission, Health Products …`, 農林水産省 作物統計調査: an organisation before the first comma, or the space of Japanese words. */
export function organisationHead(body: string, from: number, texts: NoticeTexts): Segment | undefined {
  const opening = body.slice(from, from + 120)
  const text =
    /^\p{Lu}[^,.:;()"“]{5,60}(?=, \p{Lu}[\p{L}'’-]+ \p{L}|, (?:19|20)\d{2}, \p{Lu})|^[\p{sc=Han}\p{sc=Katakana}ー]{3,16}(?=[ \u3000][\p{sc=Han}\p{sc=Katakana}ー「『]{4,})/u.exec(
      opening,
    )?.[0]
  return text !== undefined && isOrganisation(text, texts) ? { text, at: { from, to: from + text.length } } : undefined
}

/** `Agnes Arber, Herbals: …(Cambridge: …)`: who signs a book stands before its first comma. */
export function signedHead(body: string, from: number): Segment | undefined {
  const comma = body.indexOf(', ', from)
  const text = body.slice(from, comma)
  return comma > from && GIVEN_NAMES_FIRST(text).test(text) ? { text, at: { from, to: comma } } : undefined
}

/** A full stop that is no point behind an initial or "et al". */
const holdsFullStop = (text: string): boolean =>
  [...text.matchAll(/[.．。](?=.)/g)].some(
    ({ index }) => text[index] === '。' || !(isInitial(text, index) || /\bal$/.test(text.slice(0, index))),
  )

const INITIAL = byScript(/(?:^|[\s.-])\p{Lu}$/u)
const AMONG_INITIALS = byScript(/^(?:\s?\p{Lu}[.,]|-\p{Lu}\.|,|\s?&|\s?(?:and|et al)\b)/u)
const NEXT_AUTHOR = byScript(/^\s+\p{Lu}[\p{Ll}'’-]+(?:,|\s(?:and|&)\s)/u)
const FAMILY_NAME_FIRST = byScript(/\p{Lu}[\p{L}'’-]+,?\s(?:\p{Lu}[.\s-]{0,2}){0,2}\p{Lu}$/u)

/** `Smith J. A.`, `J. Smith,`, `U.S. Department`: a point that ends no field. Behind a family name it ends the authors: `Smith J. Title, …`. */
export function isInitial(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 40), at)
  const after = text.slice(at + 1, at + 40)
  if (/\b(?:U\.[SK]|St|trans)$/.test(before)) return true
  if (!INITIAL(before).test(before)) return false
  if (AMONG_INITIALS(after).test(after)) return true
  return NEXT_AUTHOR(after).test(after) && !FAMILY_NAME_FIRST(before).test(before)
}

const NAME_EN = byScript(
  /^(?:(?:(?:de|da|di|dos|du|del|della|van|von|der|den|ter|ten|la|le|el|al|bin|ibn)\s){0,3}[\p{Lu}][\p{L}'’-]*(?:\s[\p{Lu}][\p{L}'’-]+){0,2},?\s(?:\p{Lu}\.?-?\s?){1,3}|(?:\p{Lu}\.\s?){1,3}[\p{Lu}][\p{L}'’-]+)(?=[\s,.;&、]|$)/u,
)
const NAMES_JA = byScript(
  /^[\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}ー・A-Za-z\s.]{2,16}(?:[、,，・;]\s?[\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}ー・A-Za-z\s.]{1,16}){0,12}$/u,
)

export function isOrganisation(segment: string, texts: NoticeTexts): boolean {
  const folded = fold(segment)
  const byItself = segment.replace(/[\s・]?(?:報告書?|編集?|編著|監修|発行|公表|調べ|(?:Web|ウェブ)サイト|ホームページ|HP)$/, '')
  const words = folded.split(/\s+/)
  // one is named in a few words, or by its first ones
  const opening = words.length <= 8 && segment.length <= 60 ? folded : words.slice(0, 3).join(' ')
  return (
    texts.organisations.en.some((word) => holdsPhrase(opening, word)) ||
    (segment.length <= 40 &&
      !/[をはが、。]/.test(segment) &&
      (texts.organisations.ja.some((word) => byItself.endsWith(word)) || OFFICE.test(byItself)))
  )
}

/** 厚生労働省健康局健康課, 東京都福祉保健局: a part of an office. */
const OFFICE =
  /^\p{sc=Han}{1,10}(?:省|庁|都|道|府|県|市|区|町|村|大学|機構|センター)[ \u3000]?[\p{sc=Han}\p{sc=Katakana}・ー]{1,16}(?:局|部|課|室|班|係)$/u

/** `Smith, John`, `Doe, Jane, and Mark Roe`: names written out, which read like any words. */
const FULL_NAME = byScript(
  /^\p{Lu}[\p{L}'’-]+, \p{Lu}\p{Ll}+(?: \p{Lu}\.?)?(?:,(?: and)? \p{Lu}\p{Ll}+(?: \p{Lu}\.)? \p{Lu}[\p{L}'’-]+){0,4}$/u,
)

/** `isOpening`: title and source follow, so that a name written out is one. */
export function isAuthors(written: string, texts: NoticeTexts, isOpening = false): boolean {
  const segment = written
    .replace(/(?:著|訳|編著?|監修)(?=[、,，・]\s?\p{L})/gu, '')
    .replace(/\s?[(（][^()（）]{2,14}訳[)）]$/, '')
    .replace(/\s?[(（]?(?:編著?|著|監修|監訳|訳|編集|編者|[Ee]ds?\.?)[)）]?$/, '')
  if (NAME_EN(segment).test(segment) || /\bet al\b/.test(segment)) return true
  if (isOpening && FULL_NAME(segment).test(segment)) return true
  if (isOrganisation(segment, texts)) return true
  if (/(?:[、,，]\s?(?:他|ほか)|ら|ほか)$/.test(segment) && segment.length <= 60) return true
  return isJapaneseNames(segment)
}

/** 山田太郎、佐藤花子: short names of Han letters (with a given name in Han, kana or Latin letters), no particle between them. */
function isJapaneseNames(segment: string): boolean {
  if (!NAMES_JA(segment).test(segment)) return false
  const names = segment.split(/[、,，;・]\s?(?=\p{sc=Han}|[A-Z][a-z]+\s[A-Z])|[、,，;]\s?/u)
  return (
    names.every((name) => NAME_JA.some((shape) => shape.test(name))) &&
    (names.length > 1 ||
      /^\p{sc=Han}{3,4}$/u.test(segment) ||
      /\s|[A-Z]$|^[A-Z]\.|^\p{sc=Han}+[\p{sc=Hiragana}\p{sc=Katakana}ー]+$/u.test(segment))
  )
}

const NAME_JA = [
  /^\p{sc=Han}{2,5}$/u,
  // 木ノ下耕, 三ケ島亮
  /^\p{sc=Han}[ノヶケツ]\p{sc=Han}{1,2}\s?(?:\p{sc=Han}{1,3}|\p{sc=Hiragana}{2,4})?$/u,
  /^\p{sc=Han}{1,3}\s(?:\p{sc=Han}{1,3}|\p{sc=Hiragana}{2,4}|[\p{sc=Katakana}ー]{2,6})$/u,
  /^\p{sc=Han}{1,3}[\p{sc=Katakana}ー]{2,4}$/u,
  // 丹りつ子
  /^\p{sc=Han}{1,3}\p{sc=Hiragana}{1,3}[子美代江枝香奈也之]$/u,
  // 浅野はるか, but no 体力づくり
  /^\p{sc=Han}{2,3}\p{sc=Hiragana}{2,4}(?<!づくり|つくり|について|における|のため|まで|から|とは|など|との|への|での)$/u,
  /^\p{sc=Hiragana}{2,4}\s\p{sc=Hiragana}{2,4}$/u,
  /^[\p{sc=Katakana}ー・]{2,10}\s?[A-Z]{1,3}$/u,
  /^(?:[A-Z]\.\s?){1,2}[\p{sc=Katakana}ー・]{2,12}$/u,
  // among Japanese names
  /^[A-Z][a-z]{1,15}\s(?:[A-Z]\.?){1,3}$/,
]
