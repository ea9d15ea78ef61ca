// Two languages, one verdict: an article and its translation are judged alike. Plain Node, reads dist/.
//   node test/accuracy/pairs.mjs [--list]
// pairs.jsonl: a text and its translation, `verdict` for both (`verdict_ja` and the reason in `differs` where they honestly differ).
// The verdicts follow the rulings of README.md and README-ja.md. Each text is a page of its own.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { answers, isLawfulSf, mayBeStudy } from './labels.mjs'
import { root } from './sets.mjs'

const languages = ['en', 'ja']
const kinds = ['absolute', 'disease', 'structure-function', 'study']

/**
 * `{ labels, total, expectedEqual, equal, same, right, apart, figures, wrong }`.
 * `labels`: a hash of texts and verdicts. `equal`: pairs given one verdict, right or wrong; `same`: of those that should be given one (`expectedEqual`), how many are; `apart`: those that are not, and should be; `right`: pairs with the right verdict on both sides.
 * `figures`: language -> kind or `ALL` -> `{ tp, fp, fn, precision, recall }`; `wrong`: single texts with another verdict than theirs.
 */
export async function pairs() {
  const { createEngine, defaultConfig } = await import(new URL('../../dist/index.js', import.meta.url).href)
  const engine = await createEngine()
  const file = readFileSync(join(root, 'test/accuracy/pairs.jsonl'), 'utf8')
  const records = file
    .split('\n')
    .filter(Boolean)
    .map((line) => checked(JSON.parse(line)))
  const labels = createHash('sha256').update(file).digest('hex').slice(0, 16)
  const figures = Object.fromEntries(languages.map((language) => [language, tallies()]))
  const [apart, wrong] = [[], []]
  let [equal, same, expectedEqual, right] = [0, 0, 0, 0]
  for (const { id, en, ja, verdict, verdict_ja = verdict, differs } of records) {
    const texts = { en, ja }
    const expected = { en: verdict, ja: verdict_ja }
    const got = {}
    for (const language of languages) {
      const result = await engine.lint(`${texts[language]}\n`, { path: 'page.md', config: defaultConfig })
      got[language] = verdictOf(result, expected[language])
      count(figures[language], got[language], expected[language])
      if (!alike(got[language], expected[language]))
        wrong.push({ id, language, text: texts[language], expected: expected[language], got: got[language] })
    }
    if (alike(got.en, verdict) && alike(got.ja, verdict_ja)) right++
    if (alike(got.en, got.ja)) equal++
    if (differs) continue
    expectedEqual++
    if (alike(got.en, got.ja)) same++
    else apart.push({ id, en, ja, verdict, got })
  }
  for (const table of Object.values(figures))
    for (const t of Object.values(table))
      Object.assign(t, { precision: t.tp + t.fp ? t.tp / (t.tp + t.fp) : 1, recall: t.tp + t.fn ? t.tp / (t.tp + t.fn) : 1 })
  return { labels, total: records.length, expectedEqual, equal, same, right, apart, figures, wrong }
}

/** @throws when a verdict is no sorted list of known kinds, or a difference has no reason. */
function checked(record) {
  const { id, en, ja, verdict, verdict_ja: other = verdict, differs } = record
  for (const list of [verdict, other])
    if (
      !alike(
        list,
        kinds.filter((kind) => list.includes(kind)),
      )
    )
      throw new Error(`pairs.jsonl, ${id}: verdict [${list}]; expected a sorted list out of ${kinds.join(', ')}`)
  if (!en || !ja) throw new Error(`pairs.jsonl, ${id}: one side is empty`)
  if (alike(verdict, other) === Boolean(differs))
    throw new Error(`pairs.jsonl, ${id}: "differs" stands exactly where "verdict_ja" is another verdict`)
  return record
}

/** The kinds that a page's claims and its findings above info make, sorted. `expected` decides the findings that may be read either way. */
export function verdictOf({ claims, findings }, expected) {
  const loud = findings.filter(({ severity }) => severity !== 'info')
  const about = (claim) =>
    findings.filter(
      ({ article, claim: id, span }) =>
        (article === claim.article && id === claim.id) || (span.start === claim.span.start && span.end === claim.span.end),
    )
  const says = {
    absolute: loud.some(({ rule }) => answers('absolute', rule)),
    disease: loud.some(({ rule }) => answers('disease', rule)),
    'structure-function': claims.some((claim) =>
      isLawfulSf(
        claim.kind,
        about(claim).map(({ rule }) => rule),
      ),
    ),
    study: loud.some(({ rule, severity }) => answers('study', rule) && (expected.includes('study') || !mayBeStudy(rule, severity))),
  }
  return kinds.filter((kind) => says[kind])
}

const tallies = () => Object.fromEntries([...kinds, 'ALL'].map((kind) => [kind, { tp: 0, fp: 0, fn: 0 }]))

function count(table, got, expected) {
  for (const kind of kinds) {
    const [guess, truth] = [got.includes(kind), expected.includes(kind)]
    const outcome = guess && truth ? 'tp' : guess ? 'fp' : truth ? 'fn' : undefined
    if (!outcome) continue
    table[kind][outcome]++
    table.ALL[outcome]++
  }
}

const alike = (a, b) => a.join() === b.join()

/** A verdict in words: `disease, study`, or `none`. */
export const verdictInWords = (verdict) => verdict.join(', ') || 'none'

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { total, expectedEqual, equal, same, right, apart, figures, wrong } = await pairs()
  for (const language of languages)
    for (const [kind, { tp, fp, fn, precision, recall }] of Object.entries(figures[language]))
      console.log(`${language} ${kind.padEnd(20)} P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  (tp ${tp}, fp ${fp}, fn ${fn})`)
  console.log(
    `${equal} of ${total} pairs are given one verdict; of the ${expectedEqual} that should be, ${same} are; ${right} of all are right on both sides`,
  )
  for (const { id, en, ja, verdict, got } of apart) {
    console.log(`\n${id}: ${verdictInWords(verdict)}`)
    console.log(`  en ${verdictInWords(got.en)}: ${JSON.stringify(en)}\n  ja ${verdictInWords(got.ja)}: ${JSON.stringify(ja)}`)
  }
  if (process.argv.includes('--list')) {
    console.log(`\n${wrong.length} texts are given another verdict than theirs`)
    for (const { id, language, text, expected, got } of wrong)
      console.log(`  ${id} ${language} ${verdictInWords(expected)}, got ${verdictInWords(got)}: ${JSON.stringify(text)}`)
  }
}
