import type { BlockFindings } from './block-findings.js'
import { type FoundNotice, fidelityOf } from './notices.js'

/** Joins a disclaimer whose two sentences stand in two blocks in a row: the first block keeps the notice, the second continues it. */
export function joinHalves(findings: readonly BlockFindings[]): readonly BlockFindings[] {
  const joined = [...findings]
  for (let i = 0; i + 1 < joined.length; i++) {
    const [here, next] = [joined[i]!, joined[i + 1]!]
    const [first, second] = [here.notices.at(-1), next.notices[0]]
    if (!first || !second || !isHalf(first) || !isHalf(second) || first.language !== second.language) continue
    if (missingIn(first) === missingIn(second)) continue
    if (here.block.text.slice(first.at.to).trim() !== '' || next.block.text.slice(0, second.at.from).trim() !== '') continue
    joined[i] = { ...here, notices: [...here.notices.slice(0, -1), whole(first, second)] }
    joined[i + 1] = { ...next, notices: [{ ...second, continues: true }, ...next.notices.slice(1)] }
  }
  return joined
}

const isHalf = (notice: FoundNotice): boolean => notice.kind === 'fda-disclaimer' && !notice.continues && missingIn(notice) !== undefined

const missingIn = ({ differences }: FoundNotice): string | undefined =>
  differences.find(({ kind }) => kind === 'missing-sentence')?.expected

function whole(first: FoundNotice, second: FoundNotice): FoundNotice {
  // differences of the second block keep their words; their places are offsets of another text
  const differences = [...first.differences, ...second.differences.map(({ at: _, ...difference }) => difference)].filter(
    ({ kind }) => kind !== 'missing-sentence',
  )
  return { ...first, differences, fidelity: fidelityOf(differences, first.language === 'en' ? 'exact' : 'translated'), isSplit: true }
}
