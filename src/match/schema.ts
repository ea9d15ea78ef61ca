import type { ClaimKind } from '../core/claim.js'
import type { Severity } from '../core/finding.js'
import type { ActFamily, LanguageId, Setting, TargetType } from '../core/sentence.js'
import type { NoticeTexts } from '../document/notice-texts.js'
import type { WordLookup } from './word-table.js'

/**
 * The shapes of the files under `rules/` as their authors write them (checked by `validate.ts`), and of the artefact they compile to.
 * `rules/README.md` explains them to authors.
 */

/** What a concept is. Target types take part in effects; the rest are words that frames, cues and phrases ask for. */
export type ConceptType = TargetType | 'act' | 'agent' | 'other-agent' | 'qualifier' | 'population' | 'evidence' | 'lexical'

export type Valence = 'good' | 'bad' | 'level'

/** How an act's words find their target. */
export type Frame =
  /** The object, or what a passive turns into the subject: "relieves X", "X is relieved", X を治す. */
  | 'object'
  /** The subject: "X vanishes", X が治る. */
  | 'subject'
  /** A noun with a preposition or particle, or a compound: "relief of X", "X relief", X の治療, X 対策. */
  | 'noun'
  /** An adjective with a preposition: "good for X", "effective against X", X に良い. */
  | 'adjective'

/** One way a concept looks in one language. A bare string in YAML means `{ text }`. */
export interface SurfaceEntry {
  /** English: words in dictionary form, inflected by `pos`. Japanese: the surface or dictionary form. */
  readonly text: string
  /** English verbs inflect as verbs, nouns get their plural; `fixed`: as written only. Default: noun for targets, verb for acts. */
  readonly pos?: 'verb' | 'noun' | 'adjective' | 'fixed'
  readonly frame?: Frame
  /** Prepositions (en) or particles (ja) that may bring the target. */
  readonly links?: readonly string[]
  /** No match when one of these words follows or precedes (dictionary forms; `*` as a prefix wildcard end: `servic*`). */
  readonly notBefore?: readonly string[]
  readonly notAfter?: readonly string[]
  /** Only when one of these follows or precedes. */
  readonly onlyBefore?: readonly string[]
  readonly onlyAfter?: readonly string[]
  /** Letter case counts (`ED`, `RA`, `MS`). */
  readonly exact?: boolean
  /** Alone it wakes nothing and yields nothing: it needs a second, stronger sign in the sentence. */
  readonly weak?: boolean
}

/** A row of `rules/concepts/*.yml`. */
export interface ConceptRow {
  readonly id: string
  readonly type: ConceptType
  readonly family?: ActFamily
  readonly valence?: Valence
  /** A wider concept it also counts as (`disease.diabetes.type-2` under `disease.diabetes`): ids are matched by prefix, this adds others. */
  readonly also?: readonly string[]
  readonly en?: readonly SurfaceEntry[] | undefined
  readonly ja?: readonly SurfaceEntry[] | undefined
  readonly note?: string
  /** Source of the classification: statute, preamble page, notice. `memory` when unverified. */
  readonly source?: string
}

/** A row of `rules/cues/*.yml`: phrases that put what they reach into a setting. `false`: look-alikes that are no cue, tried first. */
export interface CueRow {
  readonly id: string
  readonly setting: Setting | 'none'
  /** How far it governs; how a reach is computed is the language's business (docs/effect-frames.md, section 5). */
  readonly reach: 'forward' | 'backward' | 'clause' | 'sentence' | 'both'
  readonly en?: readonly string[]
  readonly ja?: readonly string[]
  readonly note?: string
}

/** A row of `rules/constructions/*.yml`: a turn of phrase with typed slots that amounts to an act. */
export interface ConstructionRow {
  readonly id: string
  readonly family: ActFamily
  /** What the whole amounts to, its own negators counted. */
  readonly outcome: 'benefit' | 'harm' | 'none'
  /** Concept that it is done to, whatever its slots hold; its id begins with its type. */
  readonly target?: string
  /**
   * True for a turn of phrase that tells of an effect only beside what is sold: the sentence, or one next to it, names it or says that something was taken.
   * `credit` for a scene next to a sentence that gives what is sold the credit for it (Japanese), or in one that does (English).
   * `name` for a scene that tells of one only where the sentence next to it is nothing but the name of what is offered; `scene` where the sentence is short and
   * tells nothing of the goods.
   */
  readonly beside?: boolean | 'name' | 'scene' | 'credit'
  /** Concept that the words name (English): they are read as one word of it and amount to no act by themselves. */
  readonly names?: string
  readonly en?: readonly string[]
  readonly ja?: readonly string[]
  readonly note?: string
}

export interface LegalBasis {
  readonly cite: string
  readonly about?: string
  readonly url?: string
  /** `memory`: nobody compared it with a copy; said wherever it shows. */
  readonly verified?: string
}

export type Text = Readonly<Record<'en' | 'ja', string>>

/** Conditions over one effect; every field given has to hold. Lists mean any of. */
export interface EffectPattern {
  readonly outcome?: 'benefit' | 'harm' | 'none'
  readonly family?: readonly ActFamily[]
  readonly notFamily?: readonly ActFamily[]
  readonly target?: readonly TargetType[]
  /** Concept ids or prefixes of the target. */
  readonly concept?: readonly string[]
  readonly notConcept?: readonly string[]
  /** Concept ids or prefixes of the act. */
  readonly act?: readonly string[]
  /** Qualifier concept prefixes the effect has to carry, or must not. */
  readonly with?: readonly string[]
  readonly without?: readonly string[]
  readonly population?: readonly string[]
  /** Settings that have to cover the effect (`attributed`: somebody else's words). */
  readonly settings?: readonly Setting[]
  /** True: FDA allows a health claim on this substance and disease, but the sentence lacks its words (`rules/authorised`). */
  readonly knownHealthClaim?: boolean
  /** Ids of frames or constructions that built the effect. */
  readonly by?: readonly string[]
}

/** Conditions over one evidence frame. */
export interface EvidencePattern {
  readonly appeal?: readonly ('study' | 'authority' | 'establishment')[]
  readonly kind?: readonly string[]
  /** `false`: only where no citation, link or named source supports it. */
  readonly cited?: boolean
}

export interface RuleMatch {
  readonly effect?: readonly EffectPattern[]
  readonly evidence?: readonly EvidencePattern[]
  /** Phrase patterns per language: `rules/README.md`. */
  readonly phrase?: Readonly<Partial<Record<LanguageId, readonly string[]>>>
  /** A health claim in the words that `rules/authorised` asks for; `supplements`: whether a supplement may carry it. */
  readonly authorised?: { readonly supplements?: boolean }
  /** Look-alikes: what overlaps a match of one of these is no match of `phrase` or `evidence`. */
  readonly except?: Readonly<Partial<Record<LanguageId, readonly string[]>>>
  /**
   * Words that settle what the rule is about ("on average", "rare in the United States"): no match where one of them stands in the sentence,
   * the block (default) or the article.
   */
  readonly settledBy?: Phrases & { readonly within?: 'sentence' | 'block' | 'article' }
  /** With `phrase` or `evidence`: only where one of these stands in the sentence, the block (default) or the article. */
  readonly near?: Phrases & { readonly within?: 'sentence' | 'block' | 'article' }
  /** With `phrase`: only where a source does (not) support the sentence. */
  readonly cited?: boolean
  /** With `phrase`: the sentence must (not) hold an effect or a claim as well. */
  readonly needs?: 'product' | 'effect' | 'disease'
}

export interface Example {
  readonly en?: string
  readonly ja?: string
  /** Message key reported, where the rule has several. */
  readonly message?: string
  /** Valid examples: the reason for silence. */
  readonly because?: string
  readonly format?: 'markdown' | 'html' | 'text'
}

/** Words to put before or behind a claim's target, so that it says no more than the law lets it say. */
export interface Rewrite {
  /** Key into `suggestions`: what the rewording does, in words. */
  readonly desc: string
  /** Types or concept prefixes of the targets it suits; any when absent. */
  readonly target?: readonly string[]
  readonly before?: Readonly<Partial<Record<LanguageId, string>>>
  readonly after?: Readonly<Partial<Record<LanguageId, string>>>
}

/** A file `rules/<pack>/<name>.yml`: law, pattern, words and examples of one rule. */
export interface RuleFile {
  readonly id: string
  readonly title: Text
  readonly severity: Severity
  readonly since: string
  readonly legal: readonly LegalBasis[]
  readonly why?: Text
  /** "The line FDA drew": what is lawful just beside it. */
  readonly line?: Text
  readonly aliases?: readonly string[]
  /** Block roles it looks at; all claim surfaces when absent. */
  readonly scope?: readonly string[]
  readonly match?: RuleMatch
  /** Name of a code rule in the pack's `checks.ts`. */
  readonly check?: string
  /** The claim kind that a match is. */
  readonly yields?: ClaimKind
  /** `false`: it only yields; nothing is reported. */
  readonly reports?: boolean
  /** Settings that silence a phrase or evidence match; effects carry their own silence. */
  readonly unless?: readonly Setting[]
  /** What it reports instead where a source supports the words. A severity set in the config has the last word. */
  readonly whenCited?: { readonly severity: Severity; readonly message: string }
  /** Rules whose findings on the same words this one takes the place of. */
  readonly replaces?: readonly string[]
  readonly messages: Readonly<Record<string, Text>>
  readonly suggestions?: Readonly<Record<string, Text>>
  /** Suggestions that can be spelled out. Applied, they have to remove the finding and bring no other: a test sees to it. */
  readonly rewrites?: readonly Rewrite[]
  readonly options?: Readonly<Record<string, { readonly default: unknown; readonly about: string }>>
  readonly fixable?: boolean
  readonly examples: { readonly invalid: readonly Example[]; readonly valid: readonly Example[] }
}

/** Rules by the id that a finding names. */
export interface RuleLookup {
  get(id: string): RuleFile | undefined
}

/** `rules/<pack>/pack.yml`. */
export interface PackFile {
  readonly id: string
  readonly title: Text
  readonly markets: readonly string[]
  /** The day its law was last read, and the day it has to be read again. */
  readonly asOf: string
  readonly reviewBy: string
  /** Rule ids, most specific first: of two findings on the same words the earlier one stays. */
  readonly precedence: readonly string[]
}

/** One element of a compiled phrase pattern. */
export type PhraseElement =
  | { readonly kind: 'word'; readonly words: readonly string[]; readonly tests: readonly WordTest[]; readonly optional: boolean }
  | { readonly kind: 'slot'; readonly wants: readonly string[]; readonly name: string; readonly optional: boolean }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }

/** A word of a pattern, its notation read once. */
export interface WordTest {
  /**
   * `plain`: letters that are always one token; `exact`: `=left`, the surface alone; `prefix`: `prov*`; `number`: holds a `#`; `run`: whatever
   * an analyser may cut into several tokens; `end`: `$`, the end of the sentence.
   */
  readonly kind: 'plain' | 'exact' | 'prefix' | 'number' | 'run' | 'end'
  /** The word without its sign; of a number with it. */
  readonly text: string
}

export interface PhrasePattern {
  readonly elements: readonly PhraseElement[]
  /** As written, for messages and `inspect`. */
  readonly source: string
}

/** A surface entry with the concept it belongs to. */
export interface CompiledSurface extends SurfaceEntry {
  readonly concept: string
}

export interface CompiledPhrase<Row> {
  readonly row: Row
  readonly pattern: PhrasePattern
}

/** Rows by number: an array, or rows of which only those that are asked for are read. */
export interface Numbered<Row> extends Iterable<Row> {
  at(index: number): Row | undefined
}

/** What a language's analyser gets: everything `rules/` says about its words. */
export interface Lexicon {
  readonly language: LanguageId
  readonly concepts: ReadonlyMap<string, ConceptRow>
  /** By the number that hits carry. */
  readonly surfaces: Numbered<CompiledSurface>
  readonly cues: readonly CompiledPhrase<CueRow>[]
  readonly constructions: readonly CompiledPhrase<ConstructionRow>[]
}

/** Phrase patterns by language. */
export type Phrases = Readonly<Partial<Record<LanguageId, readonly string[]>>>

/** A row of `rules/authorised/*.yml`: a health claim that a regulation or an FDA letter allows in words that hold certain elements. */
export interface AuthorisedClaim {
  readonly id: string
  /** `authorised`: by regulation; `qualified`: an FDA letter of enforcement discretion; `notified`: 21 U.S.C. 343(r)(3)(C). */
  readonly status: 'authorised' | 'qualified' | 'notified'
  /** `21 CFR 101.72`, `FDA letter of …`. */
  readonly cite: string
  readonly url?: string
  /** `memory`: nobody compared it with a copy. */
  readonly verified: string
  /** False: conventional foods only. */
  readonly supplements: boolean
  /** An example of the whole claim that holds every element. */
  readonly model: string
  /** Both have to stand in the sentence. */
  readonly substance: Phrases
  readonly disease: Phrases
  /** What else has to be said, under the words the law uses for it: in the sentence or, `nearby`, in one beside it. `optional`: a quantity. */
  readonly elements: readonly ({ readonly name: string; readonly nearby?: boolean; readonly optional?: boolean } & Phrases)[]
  /** What spoils the claim: a degree of risk reduction, a promise. */
  readonly never?: Phrases
  readonly note?: string
}

/** The artefact: all of `rules/` as one JSON value. Patterns stay in source form and are parsed when a language needs them. */
export interface RuleSet {
  readonly packs: readonly PackFile[]
  readonly rules: readonly RuleFile[]
  readonly concepts: readonly ConceptRow[]
  readonly cues: readonly CueRow[]
  readonly constructions: readonly ConstructionRow[]
  /** `rules/notices`: the wordings that law prescribes, and the words of notes and reference lists. */
  readonly notices: NoticeTexts
  /** Rows of `rules/authorised`: health claims that are allowed in certain words. */
  readonly authorised: readonly AuthorisedClaim[]
  /** The surfaces of a language by number, where not all words have to be read for them. */
  surfacesOf?(language: LanguageId): Numbered<CompiledSurface>
  /** What tells a coined name from a word, where it is made already. */
  nameWords?(): WordLookup<NameWord>
}

/** What a word is to a name: of the lexicon; by itself the name of an ingredient, a drug, a disease, a person; a verb of an act on the body, as it follows a name. */
export interface NameWord {
  readonly known?: true
  readonly taken?: true
  readonly act?: true
}
