/** Lines of context round a change, as `diff -u` has them. */
const context = 3
/** Above this many cells the changed middle of a file is shown as one replacement, so that time stays bounded. */
const mostCells = 4_000_000

type Step = ' ' | '-' | '+'

/** A patch that `git apply` and `patch -p1` take; empty when the texts are equal. Carriage returns are part of their line. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return ''
  const script = editScript(linesOf(before), linesOf(after))
  const name = path.replace(/^\/+/, '')
  return `--- a/${name}\n+++ b/${name}\n${hunks(script)}`
}

interface Line {
  readonly step: Step
  readonly text: string
}

/** Lines with their `\n`; only the last may lack it. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

function editScript(before: readonly string[], after: readonly string[]): Line[] {
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head++
  let tail = 0
  while (tail < before.length - head && tail < after.length - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  const same = (text: string): Line => ({ step: ' ', text })
  return [
    ...before.slice(0, head).map(same),
    ...middle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...before.slice(before.length - tail).map(same),
  ]
}

/** Longest common subsequence by table: what changes in an article is small. */
function middle(before: readonly string[], after: readonly string[]): Line[] {
  const gone = (text: string): Line => ({ step: '-', text })
  const come = (text: string): Line => ({ step: '+', text })
  const [n, m] = [before.length, after.length]
  if (n * m > mostCells) return [...before.map(gone), ...after.map(come)]
  const width = m + 1
  const common = new Uint32Array((n + 1) * width)
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      common[i * width + j] =
        before[i] === after[j] ? common[(i + 1) * width + j + 1]! + 1 : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!)
    }
  }
  const script: Line[] = []
  let [i, j] = [0, 0]
  while (i < n && j < m) {
    if (before[i] === after[j]) {
      script.push({ step: ' ', text: before[i++]! })
      j++
    } else if (common[(i + 1) * width + j]! >= common[i * width + j + 1]!) script.push(gone(before[i++]!))
    else script.push(come(after[j++]!))
  }
  return [...script, ...before.slice(i).map(gone), ...after.slice(j).map(come)]
}

function hunks(script: readonly Line[]): string {
  const out: string[] = []
  let [oldLine, newLine] = [1, 1]
  let i = 0
  while (i < script.length) {
    const next = script.findIndex((line, index) => index >= i && line.step !== ' ')
    if (next < 0) break
    const start = Math.max(i, next - context)
    oldLine += start - i
    newLine += start - i
    const end = hunkEnd(script, next)
    const part = script.slice(start, end)
    const olds = part.filter((line) => line.step !== '+').length
    const news = part.filter((line) => line.step !== '-').length
    out.push(`@@ -${olds === 0 ? oldLine - 1 : oldLine},${olds} +${news === 0 ? newLine - 1 : newLine},${news} @@\n`)
    for (const { step, text } of part) out.push(step, text, text.endsWith('\n') ? '' : '\n\\ No newline at end of file\n')
    oldLine += olds
    newLine += news
    i = end
  }
  return out.join('')
}

/** Changes less than two contexts apart share a hunk. */
function hunkEnd(script: readonly Line[], first: number): number {
  let last = first
  for (let i = first; i < script.length && i - last <= 2 * context; i++) if (script[i]!.step !== ' ') last = i
  return Math.min(script.length, last + context + 1)
}
