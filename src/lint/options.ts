import type { LintConfig } from '../core/config.js'
import type { WorkElsewhere } from '../core/rule.js'
import type { Meter } from './meter.js'

/** How one source is to be linted. */
export interface LintOptions {
  /** Relative to the working directory, forward slashes. Names the format by its extension unless `format` does. */
  readonly path: string
  /** `markdown`, `html`, `text`, `docx`, `json`, `jsonl`, `yaml`, `csv`. */
  readonly format?: string
  readonly config: LintConfig
  /** Works that other files list, by DOI in lower case: one work under two titles is found across files too. */
  readonly elsewhere?: Readonly<Record<string, WorkElsewhere>>
  /** Leave a file unparsed in which a look at the raw text finds no candidate: its document is empty and its coverage says `scanned`. */
  readonly scan?: boolean
  /** Told where the time goes. */
  readonly meter?: Meter
}
