import { byScript } from '../core/by-script.js'

/** A shortened note, which leads to the entry before it: `Ibid., 104`, `Arber, op. cit., 131`, `同上、204頁`, `上野、前掲書`. */
const REFERS_BACK =
  /^[\s[\]().\d]*(?:ibid\b|id\.(?=[\s,]))|\b(?:op|loc)\.\s?cit\b|\bsupra note\b|^[\s[\]().\d]*(?:同上|同前|同書|同論文)|前掲(?:書|論文|注|[『「]|[（(]?注?\d)/i
/** What the law says is found by its number. */
const LAW =
  /\b\d{1,2}\s(?:C\.?F\.?R\.?|U\.?S\.?C\.?|F\.?R\.?|Fed\.\sReg\.)\s(?:§+\s?|[Pp]arts?\s)?\d|\bCode of Federal Regulations\b[^.;]{0,40}?\d|\b(?:United States|U\.S\.) Code\b[^.;]{0,30}?\d|\bFed(?:eral|\.)\sReg(?:ister|\.)\s(?:\d|vol)|\bPub(?:lic|\.)?\s?L(?:aw|\.)?\s(?:No\.?\s)?\d{2,3}[-–]\d|\b\d{1,3}\sStat\.\s\d|\b(?:Regulation|Directive)\s(?:\((?:EU|EC)\)\s(?:No\.?\s)?\d|\d{2,4}\/\d+\/E[CU]\b)|(?:法律|政令|省令|府令|告示|通知)第\d+号|(?:薬発|薬食発|医薬発|食安発|消食表|食発|薬生発)第\d+|\b\d{2,3}(?:st|nd|rd|th)\sCong(?:ress|\.)|\b\d{1,4}\s(?:F\.(?:\s?[234]d|\s?Supp\.)|U\.S\.|S\.\s?Ct\.)\s(?:\dd\s)?\d|法[』」]?(?:\s?[（(][^)）]*[)）])?\s?第\d+条/
/** So is a patent, a standard, a pharmacopoeia and what an archive keeps in a box. */
const NUMBERED_WORK =
  /特(?:開|許|願|表|公)(?:第|平|昭|20\d{2})[-\d第号]|\bU\.?S\.?\s(?:Patent|Pat\.)|\b(?:US|EP|WO|JP)\s?\d{4}\/?\d{3,}|\bPatent\s(?:No\.?\s)?[A-Z]{0,2}\d|\b(?:[Bb]ox|[Ff]older|[Rr]eel|MSS?\.?|[Mm]icrofilm)\s\d|日本薬局方|\bUSP(?:[–-]NF)?,?\s?(?:\d{2}\b|General Chapter)|\bUS\s\d{1,2},\d{3},\d{3}\b|\barXiv:\s?(?:\d{4}\.\d{4,5}|[a-z-]+\/\d{7})|\b(?:ISO|JIS|AOAC)\s(?:[A-Z]\s)?\d{3,}|\b[A-Z]{2,6}(?:\/[A-Z]{2,4})?\s(?:[A-Z]\s)?\d{1,5}[-–:](?:19|20)\d{2}\b|\bOfficial Methods?\s(?:of Analysis\s)?\d|\bs\.\s?v\.\s["“\p{L}]|(?:箱|綴り?|リール)\s?\d|\b(?:FDC|NDB|CAS|ATCC|Accession|Catalog(?:ue)?|Inventory|Object|Docket|Document|Monograph)\s(?:ID|No\.?|[Nn]umber|#)\s?[A-Z-]{0,6}\d|\bTechnical Report Series,?\s(?:No\.?\s)?\d|\bRev\.\sCode\s§|\bPharmacop(?:o?eia),?\s(?:19|20)\d{2}|\bMerck Index\b|\bPapers,\s[^.]{0,60}\b(?:Center|Centre|Library|Archives?|Society|Museum|University)|\b[Oo]ral history\b[^.]*\d{4}|(?:百科事典|大事典|辞典)』|白書[』」\s　]*第\d+[部章]|個人蔵|請求記号|日本食品標準成分表|(?:コクラン|Cochrane).{0,40}\bCD\d{6}|(?:錠|カプセル|散|液|顆粒|注射?|軟膏|シロップ)[』」]?\s?(?:の\s?)?(?:医薬品)?(?:添付文書|インタビューフォーム)/u
/** Films, broadcasts, talks: who made it, or where and when it was to be seen or heard. */
const SEEN_OR_HEARD =
  /\b[Dd]irected by\b|\b(?:[Bb]roadcast|[Aa]ired)\b|\b[Pp]odcast\b|\b[Ii]nterview(?:ed)? (?:by|with)\b|(?<!^\s*)\b(?:[Dd]ocumentary|[Ff]ilm|[Vv]ideo|DVD|[Ee]xhibition)\b|監督|演出|ナレーター|(?:への|に)(?:聞き取り|聴き取り|取材|インタビュー)|(?:展|展覧会)図録/
const DATED = /(?:1[89]|20)\d{2}|(?:明治|大正|昭和|平成|令和)\s?(?:元|\d{1,2})年/

/** An entry that is found by what it says, whatever its fields: a shortened note, a law, a patent. */
export const isFoundAsItStands = (text: string): boolean =>
  REFERS_BACK.test(text) ||
  LAW.test(text) ||
  NUMBERED_WORK.test(text) ||
  (SEEN_OR_HEARD.test(text) && DATED.test(text) && TITLED.test(text))

const TITLED = /[「『"“*_][^」』"”*_]{2,}|\p{L}{2,}[^\d]*\p{L}{2,}/u

/** Where a book was published: `(Cambridge: Cambridge University Press, 1912)`, `Chicago: Lakeview Standards; 2018`. */
export interface Imprint {
  readonly index: number
  readonly publisher: string
  readonly year: string
}

const IN_BRACKETS = byScript(/[(（](?:\p{Lu}[^():（）]{1,40}:\s)?([^():,（）]{2,60}),\s((?:1[5-9]|20)\d{2})[)）]/u)
const OF_PLACE = byScript(
  /(?<=[.,)\]。．]\s)(?:(?:St\.\s)?\p{Lu}[\p{L} -]{1,30}(?:,\s\p{Lu}[\p{L}. ]{1,20}|\s\(\p{Lu}[\p{L}. ]{1,20}\))?|東京|京都|大阪|名古屋|神戸|横浜|福岡|仙台|札幌)\s?[:：]\s?([^:;：；()]{2,70})[;,；、]\s?((?:1[5-9]|20)\d{2})(?!\s?[;:(]?\s?\d)/u,
)
const OF_PUBLISHER = byScript(
  /(?<=[.)\]]\s)(\p{Lu}(?:[\p{L}&'’\s-]|\.(?!\s)|(?<=\b(?:\p{Lu}|St))\.){2,50});\s((?:19|20)\d{2})(?=[.:]?\s*(?:$|pp?\.|\d+[-–]\d|Ch))/u,
)

export function imprintOf(text: string): Imprint | undefined {
  for (const shape of [IN_BRACKETS, OF_PLACE, OF_PUBLISHER]) {
    const match = shape(text).exec(text)
    if (match) return { index: match.index, publisher: match[1]!, year: match[2]! }
  }
  return undefined
}

/** Works that are found by their title: books, theses, papers read at a meeting, brochures of an office. */
const BY_TITLE =
  /\b(?:dissertation|thesis|PhD diss\b|\d(?:st|nd|rd|th)\sed(?:\.|ition)|[Rr]ev(?:ised|\.)\sed\.?|[Ee]ds?\.|[Ee]ditors?|In:|Presented at|[Pp]oster|[Pp]roceedings|[Cc]onference|Press\b|Publish(?:ers|ing)|Books?\b|Academic|Elsevier|Springer|Wiley|CRC|Routledge|McGraw|Penguin|Norton)|(?:博士|修士|学位|卒業)論文|学位請求|(?:講演|大会|要旨|抄録)|第\d+版|編[』」、,\s]|(?:出版(?:[社会部局]|センター|協会)?|書店|書房|書院|書林|新書|文庫|ブックス|ブルーバックス|新社|新聞社|講談社|小学館|岩波|朝倉|南江堂|医学書院|[^\s、。,]{1,6}[堂館])(?=[\s、,，。．.：:；;)）』」]|$|\d)/
/** An issue of a magazine or newspaper: nobody has to sign what stands there. */
const ISSUE =
  /(?:19|20)\d{2}年\d{1,2}月(?:\d{1,2}日)?(?:[付号増]|放送|放映|配信|掲載|[（(]?[朝夕]刊)|(?:新聞|新報|日報|タイムズ|週報|旬報)[」』\s、,]*(?:「[^」]{2,60}」[\s、,]*)?[（(]?(?:19|20)\d{2}|『[^』]{2,30}』\s?\d{1,4}号[、,]\s?(?:19|20)\d{2}年|(?:プレスリリース|報道発表)[^\n]{0,60}(?:19|20)\d{2}年|(?:週刊|月刊|季刊)[^\s、。「]{1,12}[」』\s、,]*(?:19|20)\d{2}年\d|["”],?\s\p{Lu}[\p{L}\s'’-]{2,40},\s(?:\d{1,2}\s)?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s(?:\d{1,2},\s)?(?:1[89]|20)\d{2}/u

/** `Hartley et al.`, `Hartley & Osei`, 山田ら: somebody with others opens the entry. */
export const namesGroup = (entry: string): boolean => GROUP(entry).test(entry)
const GROUP = byScript(
  /^\p{Lu}[\p{L}'’-]+(?:,? (?:[\p{Lu}]\.?-?){1,3})?(?:,? et al\b|,? (?:&|and) \p{Lu}[\p{L}'’-]+)|^(?:[\p{sc=Han}]{1,4}|[\p{sc=Katakana}ー]{2,10})\s?(?:ら|ほか|他)(?=[、,，:：．.(（\s])/u,
)

/** 山田製缶『百年史』1998年: a book by its title with who wrote or published it, where the brackets hold no journal and no other quote names a piece of it. */
export function holdsBook(entry: string): boolean {
  const title = /『([^』]{2,80})』/.exec(entry)
  if (!title || /「/.test(entry) || PERIODICAL.test(title[1]!)) return false
  const around = entry.replace(title[0], ' ').replace(/(?:19|20)\d{2}年?|\d+|[pP]{1,2}\.|頁|ページ|年度?版?|月|日/g, ' ')
  return /\p{L}{2}/u.test(around)
}
const PERIODICAL =
  /(?:誌|雑誌|会報|紀要|研究|年報|時報|論集|通信|ジャーナル|レビュー)$|^(?:The )?(?:\p{Lu}[\p{L}.]+ ?(?:of|and|&)? ?){1,6}$/u

export const isByTitle = (text: string): boolean => BY_TITLE.test(text)
export const isIssue = (text: string): boolean => ISSUE.test(text)

/** `Front Neurol`, `J Oral Sci`, 栄養学雑誌: where nothing else stands between authors and volume it is the journal, not the title. */
const JOURNAL = byScript(
  /^(?:(?:the\s)?\p{Lu}[\p{L}.-]*(?:\s(?:of|and|&|the|in|for|und|et|de)\b)*)(?:\s?[\s,:(]\s?(?:(?:of|and|&|the|in|for|de)\s)*\p{Lu}[\p{L}.)-]*){0,6}$|(?:誌|雑誌|会報|紀要|研究|医学|薬学|栄養学|治療|新薬|集|年報|時報|論集|新聞|レポート)$/u,
)
export const readsLikeJournal = (text: string): boolean => JOURNAL(text).test(text.replace(/[\s,(（]*(?:19|20)\d{2}年?$/, ''))
