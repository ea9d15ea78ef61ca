import type { Notice } from '../core/document.js'

/** A list of words or phrases for each language that has some. */
export interface WordsByLanguage {
  readonly en: readonly string[]
  readonly ja: readonly string[]
}

/** 21 CFR 101.93(c): the fixed words, and what writers put in their place. All words lower case. */
export interface EnglishDisclaimer {
  readonly singular: string
  readonly plural: string
  readonly verbs: readonly string[]
  readonly otherVerbs: readonly string[]
  readonly approved: readonly string[]
  readonly reviewed: readonly string[]
  readonly abbreviations: readonly string[]
  readonly agencies: readonly string[]
  readonly hedges: readonly string[]
  readonly conditions: readonly string[]
  readonly concessions: readonly string[]
}

/** No official Japanese text exists: a disclaimer is known by its elements, each in any of its usual words. */
export interface JapaneseDisclaimer {
  /** The text offered as a correction. */
  readonly text: string
  readonly subject: readonly string[]
  readonly agency: readonly string[]
  readonly wrongAgency: readonly string[]
  readonly evaluated: readonly string[]
  readonly reviewed: readonly string[]
  readonly approved: readonly string[]
  readonly product: readonly string[]
  readonly verbs: Readonly<Record<'diagnose' | 'treat' | 'cure' | 'prevent', readonly string[]>>
  readonly disease: readonly string[]
  readonly intention: readonly string[]
  readonly negation: readonly string[]
  readonly hedges: readonly string[]
  readonly concessions: readonly string[]
}

export interface NoteWords extends WordsByLanguage {
  readonly kind: Exclude<Notice['kind'], 'fda-disclaimer' | 'reference'>
  /** No claim is made in a note of this kind. */
  readonly silent: boolean
}

export interface ContradictionWords {
  readonly hostile: readonly string[]
  readonly turn: readonly string[]
  readonly effect: readonly string[]
}

/** A language of which only the two texts are known; `cues`: a sentence without any of them is not compared. Lower case. */
export interface Translation {
  readonly language: string
  readonly cues: readonly string[]
  readonly singular: string
  readonly plural: string
}

/** All that `rules/notices/*.yml` says: how disclaimers, notes and reference lists are worded. Each file gives some of the keys. */
export interface NoticeTexts {
  readonly english: EnglishDisclaimer
  readonly japanese: JapaneseDisclaimer
  readonly translations: readonly Translation[]
  readonly notes: readonly NoteWords[]
  readonly formFields: WordsByLanguage
  readonly contradiction: Readonly<Record<'en' | 'ja', ContradictionWords>>
  readonly disclaimerLinks: WordsByLanguage
  readonly referenceHeadings: WordsByLanguage
  readonly noteHeadings: WordsByLanguage
  readonly furtherReading: WordsByLanguage
  readonly organisations: WordsByLanguage
  readonly works: WordsByLanguage
  readonly placeholders: WordsByLanguage
}

const KEYS = [
  'english',
  'japanese',
  'translations',
  'notes',
  'formFields',
  'contradiction',
  'disclaimerLinks',
  'referenceHeadings',
  'noteHeadings',
  'furtherReading',
  'organisations',
  'works',
  'placeholders',
] as const satisfies readonly (keyof NoticeTexts)[]

/** Joins the parsed files of `rules/notices`; throws when a key is missing, unknown or given twice. */
export function joinNoticeTexts(files: readonly Readonly<Record<string, unknown>>[]): NoticeTexts {
  const joined: Record<string, unknown> = {}
  for (const file of files) {
    for (const [key, value] of Object.entries(file)) {
      if (!(KEYS as readonly string[]).includes(key))
        throw new Error(`rules/notices: "${key}" is not known; expected one of ${KEYS.join(', ')}`)
      if (key in joined) throw new Error(`rules/notices: "${key}" is given twice`)
      joined[key] = value
    }
  }
  for (const key of KEYS) if (!(key in joined)) throw new Error(`rules/notices: "${key}" is missing`)
  return joined as unknown as NoticeTexts
}
