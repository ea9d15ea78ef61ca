const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\uD800-\uDBFF]/g

/** Columns a text takes on a screen, East Asian letters being two wide. */
export const columnsOf = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0)

/** Wider lines are nobody's wrapping, narrower ones a list of words. */
const [NARROWEST, WIDEST] = [28, 100]
/** Where letters stand without spaces: what an editor carries over to keep a stop or bracket from opening a line. */
const CARRIED = 6

/** Did an editor break the lines at some width, rather than their writer? Three lines and more, each so full that what opens the next one did not fit. */
export function isHardWrapped(text: string): boolean {
  const first = text.indexOf('\n')
  if (first < 0 || text.indexOf('\n', first + 1) < 0) return false
  const lines = text.split('\n').map((line) => line.trim())
  const widths = lines.map(columnsOf)
  const widest = Math.max(...widths)
  if (widest < NARROWEST || widest > WIDEST) return false
  return lines.slice(1).every((line, i) => widths[i]! + openingOf(line) > widest)
}

/** Columns that the first word of a line needs, its space included. */
function openingOf(line: string): number {
  const word = /^[^\s\u2E80-\uFFEF]+/.exec(line)?.[0]
  return word === undefined ? CARRIED : word.length + 1
}
