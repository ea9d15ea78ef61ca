import type { Lexicon } from '../../match/schema.js'
import type { WordLookup } from '../../match/word-table.js'
import type { Cutter } from './cutter.js'
import { fold } from './fold.js'
import { keyWords } from './patterns.js'
import { spellings } from './spellings.js'

/** What the lexicon says of one beginning of a text (two characters, or one), or of one word in its dictionary form. */
export interface JapaneseEntry {
  /** Forms that begin so, longest first: number of the surface, text (folded, lower case). */
  forms?: (readonly [surface: number, text: string])[]
  /** Forms that are matched by the dictionary forms of their words, of which this is the first. */
  inflected?: (readonly [surface: number, text: string, words: readonly string[]])[]
  /** Katakana words that begin with this character, longest first: what an unknown katakana word may be made of. */
  pieces?: string[]
  /** Numbers of the cues and constructions that cannot do without the word. */
  cues?: number[]
  constructions?: number[]
}

/** The words of a lexicon as they may stand in a text, as plain data: the build makes it once for the rules that ship, so that nothing is spelt or cut when the linter starts. */
export interface JapaneseWords<Words extends WordLookup<JapaneseEntry> = WordLookup<JapaneseEntry>> {
  readonly words: Words
  /** The words of `lexical.list.<name>`. */
  readonly lists: Readonly<Record<string, readonly string[]>>
  /** Numbers of the cues and constructions that any words may hold. */
  readonly always: { readonly cues: readonly number[]; readonly constructions: readonly number[] }
  /** First characters of everything that can wake a sentence: of most words two (`a * 0x10000 + b`), of some one. */
  readonly wakers: { readonly pairs: readonly number[]; readonly singles: readonly number[] }
}

/** Needs a cutter for the words that inflect. */
export function indexWords(lexicon: Lexicon, cutter: Cutter): JapaneseWords<ReadonlyMap<string, JapaneseEntry>> {
  const words = new Map<string, JapaneseEntry>()
  const lists: Record<string, string[]> = {}
  const pieces = new Set<string>()
  const pairs = new Set<number>()
  const singles = new Set<number>()

  const of = (key: string): JapaneseEntry => {
    let entry = words.get(key)
    if (!entry) {
      entry = {}
      words.set(key, entry)
    }
    return entry
  }
  const wakeBy = (word: string): void => {
    // 治す stands in the text as 治し: of a short word that inflects only the stem is sure
    const stem = /[ぁ-ん]$/.test(word) && word.length <= 2 ? 1 : 2
    if (word.length === 1 || stem === 1) singles.add(word.charCodeAt(0))
    else pairs.add(pairOf(word, 0))
  }
  const addInflected = (surface: number, text: string, [first, ...rest]: readonly string[]): void => {
    push(of(first!), 'inflected', [surface, text, [first!, ...rest]])
    wakeBy(text)
  }
  /** Kana verbs may be cut otherwise after a particle than alone (自然に|さ|がる): both cuts are known. */
  const addWords = (surface: number, text: string): void => {
    const alone = cutter.alone(text)
    if (alone.length === 0) return
    addInflected(surface, text, alone)
    // 病気|知らず: a suffix is one word where the verb alone is two
    if (alone.length > 1) addInflected(surface, text, [text])
    if (!/^[ぁ-ん]{3,}$/.test(text)) return
    const after = cutter.afterParticle(text)
    if (after && after.length > 1 && after.join() !== alone.join()) addInflected(surface, text, after)
  }
  const filePhrases = (kind: 'cues' | 'constructions'): number[] => {
    const always: number[] = []
    for (const [index, { pattern }] of lexicon[kind].entries()) {
      const keys = keyWords(pattern)
      if (keys.length === 0) always.push(index)
      for (const word of keys) {
        push(of(word), kind, index)
        if (kind === 'constructions') wakeBy(word)
      }
    }
    return always
  }

  for (const [surface, entry] of [...lexicon.surfaces].entries()) {
    const row = lexicon.concepts.get(entry.concept)
    if (!row) continue
    const folded = fold(entry.text).text
    if (row.id.startsWith(listPrefix)) {
      const name = row.id.slice(listPrefix.length)
      lists[name] ??= []
      if (!lists[name].includes(folded)) lists[name].push(folded)
      continue
    }
    for (const spelling of spellings(folded)) {
      const text = entry.exact ? spelling : spelling.toLowerCase()
      if (row.type === 'act' || row.type === 'evidence' || canInflect(spelling)) addWords(surface, text)
      // 完治: a noun that the dictionary cuts otherwise beside する
      if (row.type !== 'act' || /^[\u4e00-\u9fff]{2,}$/.test(text)) {
        push(of(text.slice(0, 2).toLowerCase()), 'forms', [surface, text])
        wakeBy(text)
      }
      if (isKatakanaWord(text)) pieces.add(text)
    }
  }
  for (const piece of pieces) push(of(piece[0]!), 'pieces', piece)
  for (const entry of words.values()) {
    entry.forms?.sort((a, b) => b[1].length - a[1].length)
    entry.pieces?.sort((a, b) => b.length - a.length)
  }
  const always = { cues: filePhrases('cues'), constructions: filePhrases('constructions') }
  return { words, lists, always, wakers: { pairs: [...pairs], singles: [...singles] } }
}

/** Two characters as one number. */
export const pairOf = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1)

const listPrefix = 'lexical.list.'

/** Ends like a verb, an adjective or a past form: its words may stand in other forms. */
const canInflect = (text: string): boolean => text.length > 2 && /[\u4e00-\u9fff\u3040-\u309f][いるうくすつぬぶむぐた]$/.test(text)

const isKatakanaWord = (text: string): boolean => /^[ァ-ヺー]{2,}$/.test(text)

function push<Name extends keyof JapaneseEntry>(entry: JapaneseEntry, name: Name, value: NonNullable<JapaneseEntry[Name]>[number]): void {
  const list = (entry[name] ?? []) as unknown[]
  list.push(value)
  entry[name] = list as JapaneseEntry[Name]
}
