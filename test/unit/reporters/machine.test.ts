import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { folder, run, stubEngine } from '../cli/stub.js'

/** An article that tries to break every format it is quoted in. */
const hostile = [
  'It treats gout, "supports sleep" & <b>treats migraine</b>.',
  '😀𠮷 これは治療です。studies show % it',
  '=cmd() treats piles\u0001',
].join('\r\n\r\n')

const root = folder({ 'docs/a b,c:d.md': hostile, 'clean.md': 'Quiet.\n', 'c%C3.md': 'It treats gout. It treats gout.' })
const report = async (format: string, argv: readonly string[] = []): Promise<string> =>
  (await run(root, ['.', '--format', format, ...argv])).out

/** Parses strictly; elements with their attributes in document order. */
function xmlElements(text: string): { name: string; attributes: Record<string, string> }[] {
  const parser = new SaxesParser()
  const found: { name: string; attributes: Record<string, string> }[] = []
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => found.push({ name, attributes: attributes as Record<string, string> }))
  parser.write(text).close()
  return found
}

/** RFC 4180. */
function csvRows(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, end] of text.replace(/^\ufeff/, '').matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted!.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

describe('sarif', () => {
  it('names rules, places, fingerprints and what was read', async () => {
    const log = JSON.parse(await report('sarif'))
    const [{ tool, results, artifacts, columnKind }] = log.runs
    expect([log.version, columnKind]).toEqual(['2.1.0', 'utf16CodeUnits'])
    expect(artifacts.map((each: { location: { uri: string } }) => each.location.uri)).toEqual([
      'c%25C3.md',
      'clean.md',
      'docs/a%20b%2Cc%3Ad.md',
    ])
    expect(artifacts[1].properties).toMatchObject({ sentences: 1, languages: ['en'] })
    for (const result of results) {
      expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId)
      const { artifactLocation } = result.locations[0].physicalLocation
      expect(artifacts[artifactLocation.index].location.uri).toBe(artifactLocation.uri)
    }
    const japanese = results.find((each: { message: { text: string } }) => each.message.text.includes('治療'))
    expect(japanese.locations[0].physicalLocation.region).toEqual({
      startLine: 3,
      startColumn: 9,
      endLine: 3,
      endColumn: 11,
      snippet: { text: '治療' },
    })
    expect(tool.driver.rules.find((each: { id: string }) => each.id === 'evidence/uncited-study').help.markdown).toContain(
      '15 USC 45 (unverified)',
    )
  })

  it('gives two claims on one line two fingerprints, and a fix as a replacement', async () => {
    const { results } = JSON.parse(await report('sarif')).runs[0]
    const prints = results.map((each: { partialFingerprints: object }) => JSON.stringify(each.partialFingerprints))
    expect(new Set(prints).size).toBe(prints.length)
    const fixed = results.find((each: { ruleId: string }) => each.ruleId === 'us-fda/claim-not-linked')
    expect(fixed.fixes[0].artifactChanges[0].replacements[0]).toEqual({
      deletedRegion: { startLine: 1, startColumn: 32, endLine: 1, endColumn: 32 },
      insertedContent: { text: '*' },
    })
  })

  it('marks suppressed results', async () => {
    const own = folder({ 'a.md': '<!-- claimlint-disable-next-line us-fda/disease-claim-explicit -- law -->\nIt treats gout.' })
    const { results } = JSON.parse((await run(own, ['a.md', '--format', 'sarif'])).out).runs[0]
    expect(results).toHaveLength(1)
    expect(results[0].suppressions).toEqual([{ kind: 'inSource', status: 'accepted', justification: 'law' }])
  })
})

describe('XML formats', () => {
  it('junit counts what it holds', async () => {
    const elements = xmlElements(await report('junit'))
    const named = (name: string) => elements.filter((element) => element.name === name)
    expect(named('testsuites')[0]!.attributes).toMatchObject({
      tests: String(named('testcase').length),
      failures: String(named('failure').length),
    })
    expect(named('testsuite').map((suite) => suite.attributes.name)).toEqual(['c%C3.md', 'clean.md', 'docs/a b,c:d.md'])
    expect(named('testcase').some((each) => each.attributes.name === 'no findings')).toBe(true)
    expect(named('property').filter((each) => each.attributes.name === 'sentences')).toHaveLength(3)
  })

  it('checkstyle holds each message whole', async () => {
    const elements = xmlElements(await report('checkstyle'))
    const errors = elements.filter((element) => element.name === 'error')
    expect(errors.find((error) => error.attributes.message!.includes('piles'))?.attributes).toEqual({
      line: '5',
      column: '8',
      severity: 'error',
      message: '“treats piles” is a disease claim.',
      source: 'claimlint.us-fda/disease-claim-explicit',
    })
    expect(elements.filter((element) => element.name === 'file')).toHaveLength(3)
  })
})

describe('github', () => {
  it('escapes data and properties, errors first', async () => {
    const lines = (await report('github')).trimEnd().split('\n')
    const command = /^::(error|warning|notice) ([^:]*)::(.*)$/
    expect(lines.map((line) => command.exec(line)?.[1])).toEqual(['error', 'error', 'error', 'error', 'error', 'error', 'error', 'warning'])
    expect(lines[2]).toBe(
      '::error file=docs/a b%2Cc%3Ad.md,line=1,endLine=1,col=4,endColumn=15,title=us-fda/disease-claim-explicit::“treats gout” is a disease claim.%0AWrite about normal function.',
    )
  })

  it('prints what is past the cap as plain lines and puts all of it in the summary', async () => {
    const own = folder({ 'a.md': Array.from({ length: 14 }, (_, i) => `Number ${i} treats gout${i}.`).join('\n\n'), 'summary.md': '' })
    const { out } = await run(own, ['a.md', '--format', 'github'], { env: { GITHUB_STEP_SUMMARY: join(own, 'summary.md') } })
    expect(out.match(/^::error/gm)).toHaveLength(10)
    expect(out.match(/^a\.md:\d+:\d+: /gm)).toHaveLength(4)
    expect(readFileSync(join(own, 'summary.md'), 'utf8').match(/^\| error \|/gm)).toHaveLength(14)
  })
})

describe('other formats', () => {
  it('gitlab has one fingerprint a finding', async () => {
    const issues = JSON.parse(await report('gitlab'))
    expect(new Set(issues.map((issue: { fingerprint: string }) => issue.fingerprint)).size).toBe(issues.length)
    expect(issues[0]).toMatchObject({
      check_name: 'us-fda/disease-claim-explicit',
      severity: 'major',
      location: { path: 'c%C3.md', lines: { begin: 1, end: 1 } },
    })
  })

  it('rdjson counts columns in UTF-8 bytes', async () => {
    const { diagnostics } = JSON.parse(await report('rdjson'))
    const japanese = diagnostics.find((each: { message: string }) => each.message.includes('治療'))
    // 😀 and 𠮷 are four bytes each, a space one, これは three each.
    expect(japanese.location.range).toEqual({ start: { line: 3, column: 19 }, end: { line: 3, column: 25 } })
    const unlinked = diagnostics.find((each: { suggestions?: object[] }) => each.suggestions)
    expect(unlinked.suggestions[0]).toEqual({ range: { start: { line: 1, column: 32 }, end: { line: 1, column: 32 } }, text: '*' })
  })

  it('unix is one line a finding', async () => {
    for (const line of (await report('unix')).trimEnd().split('\n'))
      expect(line).toMatch(/^.+:\d+:\d+: .+ \[(?:error|warning)\/[\w-]+\/[\w-]+\]$/)
  })

  it('csv is safe in a spreadsheet', async () => {
    const engine = {
      ...stubEngine,
      lint: async (...args: Parameters<typeof stubEngine.lint>) => {
        const result = await stubEngine.lint(...args)
        const [finding] = result.findings
        const spans = [...args[0].matchAll(/\S+/g)].map((hit) => ({ start: hit.index, end: hit.index + hit[0].length }))
        return { ...result, findings: spans.map((span) => ({ ...finding!, span })) }
      },
    }
    const own = folder({ 'a.md': '=1+1 +1 -1 @SUM(A1) ＝1 treats gout "quoted" plain' })
    const rows = csvRows((await run(own, ['a.md', '--format', 'csv'], { engine })).out)
    expect(rows[0]!.slice(0, 5)).toEqual(['file', 'line', 'column', 'severity', 'rule'])
    expect(rows.slice(1).map((row) => row[6])).toEqual(["'=1+1", "'+1", "'-1", "'@SUM(A1)", "'＝1", 'treats', 'gout', '"quoted"', 'plain'])
    expect(new Set(rows.map((row) => row.length)).size).toBe(1)
  })
})

describe('several reports', () => {
  it('go to their files beside one on standard output', async () => {
    const own = folder({ 'a.md': 'It treats gout.' })
    mkdirSync(join(own, 'out'))
    writeFileSync(join(own, 'out', 'old.json'), 'old')
    const { out, code } = await run(own, ['a.md', '--format', 'unix', '--format', 'sarif=deep/r.sarif', '--format', 'json=out/old.json'])
    expect([code, out.split('\n').length]).toEqual([1, 2])
    expect(JSON.parse(readFileSync(join(own, 'deep/r.sarif'), 'utf8')).version).toBe('2.1.0')
    expect(JSON.parse(readFileSync(join(own, 'out/old.json'), 'utf8'))).toHaveLength(1)
    expect((await run(own, ['a.md', '-f', 'json', '-o', 'o.json'])).out).toBe('')
    expect(JSON.parse(readFileSync(join(own, 'o.json'), 'utf8'))).toHaveLength(1)
  })

  it.each([
    [['--format', 'json', '--format', 'unix'], 'two formats'],
    [['--format', 'json='], 'no file'],
    [['--format', 'json=x.json', '-o', 'y'], 'no report'],
  ])('refuse %j', async (argv, hint) => {
    const { code, err } = await run(root, ['clean.md', ...argv])
    expect([code, err]).toEqual([2, expect.stringContaining(hint)])
  })

  it('say on stderr what was not read where the format has no place for it', async () => {
    const engine = {
      ...stubEngine,
      lint: async (...args: Parameters<typeof stubEngine.lint>) => {
        const result = await stubEngine.lint(...args)
        return { ...result, coverage: { ...result.coverage, unread: [{ what: 'image-without-text', span: { start: 0, end: 1 } }] } }
      },
    }
    for (const format of ['unix', 'gitlab', 'checkstyle', 'rdjson']) {
      expect((await run(root, ['clean.md', '--format', format], { engine })).err).toContain('image without text (line 1)')
    }
    for (const format of ['json', 'sarif', 'junit', 'csv', 'github', 'pretty']) {
      expect((await run(root, ['clean.md', '--format', format], { engine })).out).toContain('image without text')
    }
  })
})
