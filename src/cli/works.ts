import type { WorkElsewhere } from '../core/rule.js'
import type { ListedWork } from '../fast/job.js'
import type { Loaded } from './session.js'

/**
 * The works with a DOI that the files of a run list. One DOI under two titles in two files is a fault of one of them: the file that comes first
 * by its path keeps its title, and the others are looked at a second time. Files come in the order of their paths.
 */
export class Works {
  readonly #first = new Map<string, WorkElsewhere>()
  readonly #disputed: { readonly loaded: Loaded; readonly elsewhere: Readonly<Record<string, WorkElsewhere>> }[] = []

  /** Notes what a file lists. `loaded` is the file as it would be linted again. */
  add(loaded: Loaded, works: readonly ListedWork[]): void {
    const path = loaded.target.shown
    const elsewhere: Record<string, WorkElsewhere> = {}
    for (const { doi, title, line } of works) {
      const first = this.#first.get(doi)
      if (!first) this.#first.set(doi, { title, path, line })
      else if (first.path !== path && first.title !== title) elsewhere[doi] = first
    }
    if (Object.keys(elsewhere).length > 0) this.#disputed.push({ loaded, elsewhere })
  }

  /** Files that list a work under another title than a file before them does, with those works. */
  get disputed(): readonly { readonly loaded: Loaded; readonly elsewhere: Readonly<Record<string, WorkElsewhere>> }[] {
    return this.#disputed
  }
}
