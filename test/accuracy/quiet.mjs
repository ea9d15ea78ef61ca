// Never cry wolf: findings at error or warning on texts that have no health product in them. Plain Node, reads dist/.
//   node test/accuracy/quiet.mjs [--list]
// Each text twice: as the page it is, and every sentence as a page of its own, where nothing around it shows that nothing is sold.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './sets.mjs'

/** Words that a list of keywords would stop at. */
const triggers =
  /\b(?:support|boost|treat|reliev|relief|perform|improv|maintain|enhanc|effect|prevent|protect|reduc|increas|restor|health|cur(?:e|es|ed|ing)\b|fix|heal|control|help|promot|strength|balance|energ|immun|block|resist|recover|regulat|stress|memory|sleep|virus|infect|inject|pain|clean|detox|safe|natural|benefi|guarant|proven|result|research|study|studies|power|active|best|better)\w*|改善|維持|効果|対策|サポート|予防|治|向上|回復|強化|解消|促進|健康|保護|軽減|痛/i

/** `{ title, files, sentences, different, triggered, findings, alone }` of package manuals and of each neutral text. Findings are `{ rule, text }`. */
export async function quiet() {
  const { createEngine, defaultConfig } = await import(new URL('../../dist/index.js', import.meta.url).href)
  const engine = await createEngine()
  const lint = (source, path) => engine.lint(source, { path, config: defaultConfig })
  const neutral = join(root, 'test/accuracy/neutral')
  const texts = readdirSync(neutral).filter((name) => name.endsWith('.txt'))
  const measured = [await measure('Package manuals (README files under node_modules)', manuals(), lint)]
  for (const name of texts.sort()) measured.push(await measure(`Neutral health education, ${name}`, [join(neutral, name)], lint))
  return measured
}

const manuals = () =>
  readdirSync(join(root, 'node_modules'), { recursive: true })
    .filter((name) => /(?:^|[\\/])readme[^\\/]*\.md$/i.test(name))
    .sort()
    .map((name) => join(root, 'node_modules', name))

async function measure(title, files, lint) {
  const findings = []
  const sentences = new Set()
  let [count, triggered] = [0, 0]
  for (const file of files) {
    const result = await lint(readFileSync(file, 'utf8'), file.endsWith('.md') ? 'page.md' : 'page.txt')
    findings.push(...loud(result))
    count += result.coverage.sentences
    for (const { text, sentences: own, is } of result.document.blocks) {
      if (is === 'code') continue
      for (const { at } of own) {
        const sentence = text.slice(at.from, at.to).replace(/\s+/g, ' ').trim()
        sentences.add(sentence)
        if (triggers.test(sentence)) triggered++
      }
    }
  }
  const alone = []
  for (const text of sentences) alone.push(...loud(await lint(`${text}\n`, 'sentence.txt')).filter(({ rule }) => !ofLinks.test(rule)))
  return { title, files: files.length, sentences: count, different: sentences.size, triggered, findings, alone }
}

/** Rules about symbols, disclaimers and references: a sentence alone cannot hold the note or list it leads to. */
const ofLinks = /^us-fda\/(?:symbol|disclaimer|claim)-|^evidence\/(?:dangling|unused|reference|no-in-text|numbering|malformed)/

/** What is reported above info. */
const loud = ({ findings, document }) =>
  findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, severity, span }) => ({ rule, severity, text: document.source.slice(span.start, span.end) }))

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { title, files, sentences, different, triggered, findings, alone } of await quiet()) {
    console.log(`${title}: ${files} files, ${sentences} sentences, ${different} different, ${triggered} with a trigger word`)
    console.log(`  ${findings.length} findings as pages; ${alone.length} with every sentence alone`)
    if (!process.argv.includes('--list')) continue
    for (const { rule, severity, text } of [...findings, ...alone]) console.log(`    ${severity} ${rule}: ${text}`)
  }
}
