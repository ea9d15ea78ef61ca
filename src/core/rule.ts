import type { Claim } from './claim.js'
import type { LintConfig } from './config.js'
import type { PageDocument } from './document.js'
import type { Edit, Severity } from './finding.js'
import type { Span } from './span.js'

/** What a code rule may hand to `report`. */
export interface ReportDetails {
  /** Default: the rule's own. A rule lowers it for one case ("a missing serial comma is info"); config still has the last word. */
  readonly severity?: Severity
  readonly data?: Readonly<Record<string, string>>
  readonly related?: readonly { readonly span: Span; readonly message: string; readonly data?: Readonly<Record<string, string>> }[]
  readonly fix?: readonly Edit[]
  readonly suggestions?: readonly {
    readonly desc: string
    readonly data?: Readonly<Record<string, string>>
    readonly edits: readonly Edit[]
  }[]
  readonly article: number
  readonly claim?: string
}

export type Report = (span: Span, message: string, details: ReportDetails) => void

/** A work by its DOI as another file of the run lists it. */
export interface WorkElsewhere {
  readonly title: string
  readonly path: string
  /** 1-based. */
  readonly line: number
}

/** What a code rule sees: the page, the claims made on it, and the settings. It never looks for words. */
export interface CheckContext {
  readonly document: PageDocument
  readonly claims: readonly Claim[]
  readonly config: LintConfig
  /** The rule's options, defaults filled in. */
  readonly options: Readonly<Record<string, unknown>>
  /** Ids of rules that reported a claim so far, by claim id: pattern rules run before code rules. */
  readonly reported: ReadonlyMap<string, readonly string[]>
  /** Works that other files of the run list, by DOI in lower case. */
  readonly elsewhere: Readonly<Record<string, WorkElsewhere>>
}

/** A rule that follows links between places: marker to notice, citation to reference, fidelity to a mandated wording. */
export type Check = (context: CheckContext, report: Report) => void
