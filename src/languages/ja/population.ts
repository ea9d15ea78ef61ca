import type { Population } from '../../core/sentence.js'
import { spanOf } from './cues.js'
import { headOf, isListed, isTargetUnit, type Place, unitAt } from './grammar.js'
import { isPerson } from './nouns.js'
import type { Parse } from './parse.js'

const people = /^(?:成人|大人|高齢者|患者|被験者|人|方|方々|者|女性|男性|子ども|小児|参加者|中高年)$/

/** People with a disease in whom the effect is said to show: 睡眠障害を有する成人で. */
export function populationOf(parse: Parse, act: Place, target: number): Population | undefined {
  const { targets } = parse
  const owner = ownerOf(parse, target)
  if (owner) return owner
  for (let i = act.chunk.index - 1; i >= 0 && i >= act.chunk.index - 8; i--) {
    const chunk = parse.chunks[i]!
    if (chunk.isPredicate && chunk.boundary === 'strong') return undefined
    const head = unitAt(headOf(chunk))
    if (
      !/^(?:で|では|に|には|において|における|の|を|は|が)$/.test(chunk.link) ||
      !(people.test(head.word.surface) || isPerson(head.word.surface))
    )
      continue
    const before = parse.chunks[i - 1]
    const described =
      chunk.units.length > 1
        ? { chunk, at: chunk.units.length - 2 }
        : before && (before.boundary === 'adnominal' || before.link === 'の')
          ? headOf(before)
          : undefined
    if (!described) continue
    const owner = before && before.boundary === 'adnominal' && !unitAt(described).hit ? parse.chunks[i - 2] : undefined
    const found = [...targets.named(described), ...(owner && /^(?:を|が|の)$/.test(owner.link) ? targets.named(headOf(owner)) : [])]
    const ailment = found.map((f) => unitAt(f.target).hit!.row).find((row) => ['disease', 'symptom', 'abnormal-state'].includes(row.type))
    if (ailment) return { kind: 'patients', concept: ailment.id, at: spanOf(parse, head.first, head.last) }
  }
  return undefined
}

/** コロナ後遺症の倦怠感: a trouble that belongs to a disease is had by its patients. */
function ownerOf(parse: Parse, target: number): Population | undefined {
  const chunk = parse.chunks.find((c) => c.first <= target && target <= c.last)
  let before = chunk && parse.chunks[chunk.index - 1]
  // 甲状腺機能低下症のだるさ、寒がり: of a list the first has the owner
  while (before && isListed(before) && isTargetUnit(unitAt(headOf(before)))) before = parse.chunks[before.index - 1]
  if (!before || !/^(?:の|による|に伴う|からの)$/.test(before.link)) return undefined
  const unit = unitAt(headOf(before))
  const row = unit.hit?.row
  if (row?.type !== 'disease') return undefined
  return { kind: 'patients', concept: row.id, at: spanOf(parse, unit.first, unit.last) }
}

/** The same as a part of a draft. */
export function ownedBy(parse: Parse, target: number): { population?: Population } {
  const population = ownerOf(parse, target)
  return population ? { population } : {}
}
