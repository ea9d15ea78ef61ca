import type { ReadBlock } from '../core/document.js'
import type { Sentence } from '../core/sentence.js'

/** An answer that says no. */
const NO =
  /^\W*(?:no|nope|not really|not at all|never|sorry|unfortunately(?:,)? not?|i'm afraid not|we're afraid not)\b(?!\s(?:more|longer|doubt|wonder|one|other|need|matter|problem|worries))|^[\s「]*(?:A\d*[.．:：]?\s*)?(?:いいえ|いえ、|残念ながら|申し訳|あいにく|(?:そ|こ)の(?:ような|よう[にな]|働き|効果|はたらき)[^。]{0,16}(?:ありません|ございません|確認されて(?:いま|おりま|おら)|認められて(?:いま|おりま|おら)|ない)|^(?:there is )?no such (?:effect|claim|evidence))/i

/** "We can't know that, and we make no such claim.": an answer that neither says yes nor no, and takes nothing over. */
const DISOWNING =
  /^\W*(?:A[.:]\s*)?(?:(?:we|i) (?:(?:can(?:no|')t|could(?:n't| not)|do(?:n't| not)|would(?:n't| not)|will not|won't) (?:\w+ ){0,2}(?:know|say|tell|believe|claim|promise|think so|confirm|comment)|doubt|make no|have no (?:idea|way|evidence)|know of no)|nobody (?:knows|can)|maybe not|that is not|glad (?:to hear|she|he|they))\b|^[\s「]*(?:A\d*[.．:：]?\s*)?(?:わかりかね|お答えできません|当(?:社|店)ではそのような)/i
/** "My neighbor says it cured her. Did it?": the question is whether what somebody said is so. */
const REPORTED = /\b(?:says?|said|swears?|swore|claims?|told|tells|heard|reads?|insists?|wrote|writes)\b|(?:と|って)(?:聞|言|いわ|読|書)/i

/** 「ビオチンで糖尿病が良くなる」と聞きました。, "I read that biotin cures diabetes.": asked as something heard. */
const HEARD =
  /と(?:聞き|聞いた|聞く|読み|読んだ|うかが|伺|言われ|耳にし|書いてあ|書かれて)[^。]{0,12}[。]?$|\bI(?:'ve| have)? (?:read|heard|seen|was told)\b/i

/** "What this tea is not", "Things it won't do"; not "reviews, read so that you need not" */
const DENYING = /(?:\b(?<!\bneed )(?:not|never|cannot)|n['’]t)(?: (?:do|be|claim|say|promise|sell|treat|cure))?\W*$/i

/** "Corrections and withdrawals", お詫びと訂正 */
const CORRECTING =
  /^[\s\W]*(?:our |past |recent |errata? and )?(?:corrections?|errat(?:um|a)|retractions?|withdrawals?|withdrawn (?:claims|statements))\b(?:[ ,&]+(?:and |to |of |from )?(?:(?:the|our|an?|last) )?[a-z]+){0,4}\W*$|^[\s\W]*(?:(?:お詫び|おわび)(?:と|および|ならびに))?(?:記事|内容|表示|表現|記載)?(?:の|に関する)?(?:(?:ご)?訂正|正誤表|撤回)(?:(?:と|および|ならびに)(?:お詫び|おわび))?(?:のお?知らせ|について)?\W*$/iu
/** がんが消える食べもの / そのようなものはありません。, "Foods that cure cancer" / "There is no such thing.": what stands before is denied, question or not. */
const NONE_SUCH =
  /^[\s「]*(?:A\d*[.．:：]?\s*)?(?:残念ながら、?)?(?:そ|こ)(?:の(?:ような|よう[にな])|んな)[^。]{0,12}(?:は|など|なんて)(?:あり(?:ません|えません)|ございません|存在しません|ない)|^\W*(?:there (?:is|are) no such|no such (?:thing|food|pill|product|herb)|(?:it|that|this|these|they) do(?:es)?(?:n't| not) exist)\b/i
const QUOTED = /["“”「『]/

/**
 * Blocks of which nothing is said: those below a heading that ends in a denial, those of a page of corrections that quote what was said (`all`), and those that answer the question before them with no,
 * where what they name beside the product is what was asked (`residual`).
 */
export function denials(blocks: readonly ReadBlock[]): ReadonlyMap<number, 'all' | 'residual'> {
  const found = new Map<number, 'all' | 'residual'>()
  let heading: ReadBlock | undefined
  let correction: ReadBlock | undefined
  for (const [i, block] of blocks.entries()) {
    if (block.role === 'heading') {
      heading = block
      // a date of a correction opens no other part of the page
      if (CORRECTING.test(block.text)) correction = block
      else if (correction && (block.depth ?? 1) <= (correction.depth ?? 1) && !/\d/.test(block.text)) correction = undefined
    }
    const before = blocks[i - 1]
    const asked = before?.sentences.at(-1)
    if (heading && heading !== block && heading.article === block.article && DENYING.test(heading.text)) found.set(block.index, 'all')
    else if (correction?.article === block.article && (QUOTED.test(block.text) || block.sentences.some(corrects)))
      found.set(block.index, 'all')
    else if (before && before.article === block.article && NONE_SUCH.test(block.text)) found.set(before.index, 'all')
    else if (before && asked?.kind === 'question' && before.article === block.article && isReported(before) && answersNo(block))
      found.set(before.index, 'all')
    else if (before && asked && before.article === block.article && NO.test(block.text)) {
      if (asked.kind === 'question') found.set(block.index, 'residual')
      else if (HEARD.test(before.text)) found.set(before.index, 'all')
    }
  }
  return found
}

const answersNo = ({ text }: ReadBlock): boolean => NO.test(text) || DISOWNING.test(text)

/** Does a question stand behind what somebody is said to have said? */
const isReported = ({ sentences, text }: ReadBlock): boolean =>
  sentences.length > 1 && sentences.slice(0, -1).some(({ at }) => REPORTED.test(text.slice(at.from, at.to)))

const CORRECTED = /^(?:quoted|negated)\.(?:corrected|refused)$/
const corrects = ({ cues }: Sentence): boolean => cues.some(({ cue }) => CORRECTED.test(cue))

/**
 * Sentences whose words, quoted as somebody's, one of the next two of the block takes back: ちらしに「…を防ぐ」とありました。当社が書いたものではなく、廃棄をお願いしました。
 */
export function takenBack(blocks: readonly ReadBlock[]): ReadonlySet<Sentence> {
  return new Set(
    blocks.flatMap(({ sentences, text }) =>
      sentences.filter(({ at }, i) => QUOTED.test(text.slice(at.from, at.to)) && sentences.slice(i + 1, i + 1 + reach).some(corrects)),
    ),
  )
}
const reach = 2
