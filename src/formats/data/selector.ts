import { nearestName } from '../../core/setup-error.js'
import { UnreadableSource } from '../../core/unreadable.js'

/** How the text of a field is written. */
export type FieldKind = 'text' | 'markdown' | 'html'

/** A string in a data file: where it stands, by keys and indexes (0-based). */
export type FieldPath = readonly (string | number)[]

type Step = string | number | typeof ANY_INDEX | typeof ANY_KEY
const ANY_INDEX = Symbol('[]')
const ANY_KEY = Symbol('*')

/** A selector of the config: `products[].description`, `[].body`, `pages.*.title`, `["a.b"][0]`; `?` at its end: may be missing. */
export interface Selector {
  readonly written: string
  readonly kind: FieldKind
  readonly steps: readonly Step[]
  readonly isOptional: boolean
}

const STEP = /\.?(?:\[\]|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|(\*)|([^.[\]*"?]+))/y

/** Undefined when a selector is well written, else what was expected. */
export function selectorFault(written: string): string | undefined {
  return stepsOf(written) ? undefined : 'keys joined by dots, with [] for every item of a list, as in products[].description'
}

export function selectorsOf(content: Readonly<Record<string, FieldKind>>): readonly Selector[] {
  return Object.entries(content).map(([written, kind]) => ({
    written,
    kind,
    steps: stepsOf(written) ?? [written],
    isOptional: written.endsWith('?'),
  }))
}

function stepsOf(written: string): Step[] | undefined {
  const text = written.replace(/\?$/, '')
  const steps: Step[] = []
  STEP.lastIndex = 0
  while (STEP.lastIndex < text.length) {
    const match = STEP.exec(text)
    if (!match) return undefined
    const [whole, index, quoted, star, name] = match
    if (index !== undefined) steps.push(Number(index))
    else if (quoted !== undefined) steps.push(quoted.replace(/\\(.)/g, '$1'))
    else if (star) steps.push(ANY_KEY)
    else if (name !== undefined) steps.push(name)
    else if (whole.endsWith('[]')) steps.push(ANY_INDEX)
  }
  return steps.length > 0 ? steps : undefined
}

const fits = (step: Step, at: string | number): boolean =>
  step === at || (step === ANY_INDEX && typeof at === 'number') || (step === ANY_KEY && typeof at === 'string')

/** Holds selectors against the values of a file, and remembers which of them led somewhere. */
export class Selection {
  readonly #used = new Set<Selector>()
  readonly #paths = new Set<string>()

  constructor(private readonly selectors: readonly Selector[]) {}

  /** The selector that takes the string at a path. */
  of(path: FieldPath): Selector | undefined {
    this.#paths.add(generalised(path))
    const found = this.selectors.find(({ steps }) => steps.length === path.length && steps.every((step, i) => fits(step, path[i]!)))
    if (found) this.#used.add(found)
    return found
  }

  /** True when a selector names this place, whatever stands there. */
  names(path: FieldPath): boolean {
    const found = this.selectors.filter(({ steps }) => steps.length === path.length && steps.every((step, i) => fits(step, path[i]!)))
    for (const each of found) this.#used.add(each)
    return found.length > 0
  }

  /** A list without items: what would stand in it is not missing. */
  emptyList(path: FieldPath): void {
    for (const selector of this.selectors) {
      const isOn = path.every((at, i) => selector.steps[i] !== undefined && fits(selector.steps[i], at))
      if (isOn && selector.steps[path.length] === ANY_INDEX) this.#used.add(selector)
    }
  }

  /** Throws `UnreadableSource` when a selector led nowhere: a misspelt one would make every article look clean. */
  check(): void {
    const missing = this.selectors.find((selector) => !selector.isOptional && !this.#used.has(selector))
    if (!missing) return
    const known = [...this.#paths]
    const nearest = nearestName(missing.written, known)
    const there = known.length > 0 ? `; it has ${known.slice(0, 8).join(', ')}${known.length > 8 ? ' …' : ''}` : ''
    const hint = nearest ? ` Did you mean "${nearest}"?` : ''
    throw new UnreadableSource(
      `nothing stands at "${missing.written}" of "content"${there}.${hint} (A field that may be missing ends in "?".)`,
    )
  }
}

/** `products[].name`: how a selector would name a path. */
function generalised(path: FieldPath): string {
  return path
    .map((at, i) => (typeof at === 'number' ? '[]' : plain(at) ? `${i > 0 ? '.' : ''}${at}` : `["${at.replace(/["\\]/g, '\\$&')}"]`))
    .join('')
}

/** `products[2].name`: the path as people write it. */
export function pathText(path: FieldPath): string {
  return path
    .map((at, i) => (typeof at === 'number' ? `[${at}]` : plain(at) ? `${i > 0 ? '.' : ''}${at}` : `["${at.replace(/["\\]/g, '\\$&')}"]`))
    .join('')
}

const plain = (key: string): boolean => !/[.[\]*"?]/.test(key) && key !== ''

/** What tells records apart: the path up to its first index. Each record is an article of its own, with its own disclaimer. */
export function recordOf(path: FieldPath): string {
  const first = path.findIndex((at) => typeof at === 'number')
  return first < 0 ? '' : JSON.stringify(path.slice(0, first + 1))
}
