import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, it } from 'vitest'
import { defaultConfig } from '../../src/core/config.js'
import { createEngine } from '../../src/lint/lint.js'
import { generatedArticles } from '../unit/fast/articles.js'

/*
 * All of linting beside one thing that other tools do first: parse the same articles with remark. CPU time of the two in one process, in turn, so that a slow or
 * busy machine slows both. The limit is far above what stands in docs/performance.md: it catches an order, not a percent.
 */

const engine = await createEngine()
const remark = unified().use(remarkParse).use(remarkGfm).freeze()

async function cpuOf(work: () => Promise<void> | void): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

it.each([
  ['en', 6],
  ['ja', 20],
] as const)(
  'costs no more than so many times what remark needs to parse (%s)',
  async (language, limit) => {
    const articles = generatedArticles(language, 10)
    let [parsed, linted] = [0, 0]
    for (let run = 0; run < 5; run++) {
      const parsing = await cpuOf(() => {
        for (const text of articles) remark.parse(text)
      })
      const linting = await cpuOf(async () => {
        for (const text of articles) await engine.lint(text, { path: 'a.md', config: defaultConfig })
      })
      if (run === 0) continue
      parsed += parsing
      linted += linting
    }
    // of all runs but the first: what is collected of one run's garbage falls into another's
    const ratio = linted / parsed
    console.log(`lint / remark parse, CPU, ${language}: ${ratio.toFixed(2)}`)
    expect(ratio).toBeLessThan(limit)
  },
  120_000,
)
