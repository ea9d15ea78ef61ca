import type { Agent } from '../../core/sentence.js'
import type { Draft } from './drafts.js'
import { openActAt, readerTarget } from './open-act.js'
import type { Reading } from './reading.js'

/** What the words `first` to `last` promise whoever reads them, though no verb of effect says so. `by`: the frame that read them. */
export function promiseIn(
  reading: Reading,
  agent: Agent,
  { first, last }: { readonly first: number; readonly last: number },
  by: string,
): Draft {
  const at = reading.span(first, last)
  return {
    agent,
    act: { concept: openActAt(reading, first).concept, family: 'preserve', at },
    target: { ...readerTarget(reading, first).target, at },
    qualifiers: [],
    settings: [],
    outcome: 'benefit',
    parts: [at],
    by,
    first,
    last,
  }
}
