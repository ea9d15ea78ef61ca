import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder } from '../unit/cli/stub.js'
import { isBuilt, real } from './real.js'

const rule = 'us-fda/disease-claim-explicit'
const claim = 'CalmRoot treats insomnia.'

const lint = async (name: string, text: string) => {
  const root = folder({ [name]: text, 'claimlint.config.json': '{"root":true}' })
  const { code, out } = await real(root, [name, '--format', 'json', '--rule', 'us-fda/disclaimer-missing: off'])
  const [file] = JSON.parse(out)
  const rules = (messages: { ruleId: string; line: number }[]): string[] =>
    messages.filter((each) => each.ruleId === rule || each.ruleId.startsWith('claimlint/')).map((each) => `${each.line} ${each.ruleId}`)
  return {
    code,
    reported: rules(file.messages),
    suppressed: rules(file.suppressedMessages),
    suppressions: file.suppressedMessages[0]?.suppressions,
  }
}

describe.skipIf(!isBuilt)('suppressions in every format', () => {
  it.each([
    ['a.md', `<!-- claimlint-disable-next-line ${rule} -- quoting the statute -->\n\n${claim}\n`, 3],
    ['a.md', `---\ntitle: x\n---\n\n<!-- claimlint-disable-next-line ${rule} -- quoting the statute -->\n${claim}\n`, 6],
    ['a.md', `- one\n\n  <!-- claimlint-disable-next-line ${rule} -- quoting the statute -->\n  ${claim}\n`, 4],
    ['a.mdx', `{/* claimlint-disable-next-line ${rule} -- quoting the statute */}\n\n${claim}\n`, 3],
    ['a.html', `<p>x</p>\r\n<!-- claimlint-disable-next-line ${rule} -- quoting the statute -->\r\n<p>${claim}</p>\r\n`, 3],
  ])('%s: the next line', async (name, text, line) => {
    expect(await lint(name, text)).toEqual({
      code: 0,
      reported: [],
      suppressed: [`${line} ${rule}`],
      suppressions: [{ kind: 'comment', justification: 'quoting the statute' }],
    })
  })

  it('a stretch, round a code block', async () => {
    const text = `<!-- claimlint-disable ${rule} -- history -->\n\n${claim}\n\n\`\`\`\n<!-- claimlint-enable -->\n\`\`\`\n\n${claim}\n\n<!-- claimlint-enable ${rule} -->\n\n${claim}\n`
    const { reported, suppressed } = await lint('a.md', text)
    expect(suppressed).toEqual([`3 ${rule}`, `9 ${rule}`])
    expect(reported).toEqual([`13 ${rule}`])
  })

  it('front matter, for the whole file, at the right offsets', async () => {
    const text = `---\r\ntitle: Sleep\r\nclaimlint:\r\n  disable:\r\n    ${rule}: approved campaign\r\n---\r\n\r\n${claim}\r\n`
    expect(await lint('a.md', text)).toMatchObject({
      code: 0,
      reported: [],
      suppressed: [`8 ${rule}`],
      suppressions: [{ kind: 'front-matter', justification: 'approved campaign' }],
    })
  })

  it.each([
    ['a.md', `---\nclaimlint: { disable: { ${rule}: "" } }\n---\n\n${claim}\n`],
    ['a.md', `---\nclaimlint: { disable: [${rule}] }\n---\n\n${claim}\n`],
    ['a.md', `---\nclaimlint: { disable: { us-fda/no-such: because } }\n---\n\n${claim}\n`],
    ['a.md', `---\nclaimlint: { enable: { ${rule}: because } }\n---\n\n${claim}\n`],
    ['a.md', `<!-- claimlint-disable-next-line -->\n\n${claim}\n`],
    ['a.mdx', `{/* claimlint-disable-next-line ${rule} */}\n\n${claim}\n`],
    ['a.html', `<!-- claimlint-disable ${rule} --><p>${claim}</p>`],
  ])('%s: a malformed one suppresses nothing: %s', async (name, text) => {
    const { code, reported, suppressed } = await lint(name, text)
    expect(code).toBe(1)
    expect(suppressed).toEqual([])
    expect(reported.map((each) => each.split(' ')[1])).toEqual(['claimlint/directive-malformed', rule])
  })
})

describe.skipIf(!isBuilt)('waivers and baselines, with the real engine', () => {
  const other = 'CalmRoot cures migraine.'
  const config = 'root: true\nproduct: { kind: supplement }\nrules: { us-fda/disclaimer-missing: off }\n'
  const messages = async (root: string) => {
    const { code, out } = await real(root, ['a.md', '--format', 'json', '--report-unused-waivers'])
    const files = JSON.parse(out) as { filePath: string; messages: Message[]; suppressedMessages: Message[] }[]
    return { code, files, ofArticle: files.find(({ filePath }) => filePath === 'a.md')! }
  }
  interface Message {
    readonly ruleId: string
    readonly line: number
    readonly fingerprint: string
  }
  const fingerprintsOf = async (text: string): Promise<string[]> => {
    const { ofArticle } = await messages(folder({ 'claimlint.config.yaml': config, 'a.md': text }))
    return ofArticle.messages.filter(({ ruleId }) => ruleId === rule).map(({ fingerprint }) => fingerprint)
  }
  const waiver = (fingerprint: string, until: string) =>
    `  - { fingerprint: ${fingerprint}, rule: ${rule}, reason: quoted, approver: ann, until: ${until} }\n`
  const waived = async (text: string, ...waivers: string[]) => {
    const root = folder({ 'claimlint.config.yaml': config, 'a.md': text, 'claimlint.waivers.yml': `waivers:\n${waivers.join('')}` })
    const { code, files, ofArticle } = await messages(root)
    const ids = (list: readonly Message[]) => list.map(({ ruleId, line }) => `${line} ${ruleId}`)
    const ofFile = files.filter(({ filePath }) => filePath === 'claimlint.waivers.yml').flatMap((file) => ids(file.messages))
    return { code, reported: ids(ofArticle.messages), suppressed: ids(ofArticle.suppressedMessages), ofFile }
  }

  it('a waiver holds until its day, and for this claim alone', async () => {
    const [fingerprint] = await fingerprintsOf(`${claim}\n`)
    expect(await waived(`# Moved\n\n${claim}\n`, waiver(fingerprint!, '2026-06-15'))).toMatchObject({ reported: [`3 ${rule}`] })
    expect(await waived(`Hello.\n\n${claim}\n`, waiver(fingerprint!, '2026-06-15'))).toMatchObject({ code: 0, suppressed: [`3 ${rule}`] })
    const expired = await waived(`${claim}\n`, waiver(fingerprint!, '2026-06-14'))
    expect([expired.code, expired.reported, expired.suppressed]).toEqual([1, [`1 ${rule}`], []])
    expect(expired.ofFile).toEqual(['2 claimlint/waiver-expired'])
    const replaced = await waived(`${other}\n`, waiver(fingerprint!, '2026-12-31'))
    expect([replaced.reported, replaced.suppressed, replaced.ofFile]).toEqual([[`1 ${rule}`], [], ['2 claimlint/waiver-unused']])
  })

  it('equal sentences have a waiver each; when one goes, the other stays waived', async () => {
    const [first, second] = await fingerprintsOf(`${claim}\n\nQuiet.\n\n${claim}\n`)
    expect(first).not.toBe(second)
    const both = [waiver(first!, '2026-12-31'), waiver(second!, '2026-12-31')]
    expect(await waived(`${claim}\n\nQuiet.\n\n${claim}\n`, ...both)).toMatchObject({ code: 0, suppressed: [`1 ${rule}`, `5 ${rule}`] })
    expect(await waived(`Quiet.\n\n${claim}\n`, ...both)).toMatchObject({ code: 0, suppressed: [`3 ${rule}`] })
    expect(await waived(`${claim}\n\n${claim}\n\n${claim}\n`, ...both)).toMatchObject({ code: 1, reported: [`5 ${rule}`] })
  })

  it('a baseline holds claims, not counts: another one in the place of an old one is seen', async () => {
    const root = folder({
      'claimlint.config.yaml': `${config}baseline: base.json\n`,
      'base.json': '{"version":1,"files":{}}',
      'a.md': `${claim}\n`,
    })
    expect((await real(root, ['baseline', 'a.md', '-o', 'base.json'])).code).toBe(0)
    expect((await messages(root)).code).toBe(0)
    writeFileSync(join(root, 'a.md'), `${other}\n`)
    const { code, ofArticle } = await messages(root)
    expect([code, ofArticle.messages.map(({ ruleId }) => ruleId)]).toEqual([1, [rule]])
  })

  it('a finding in the front matter is silenced by the front matter, at its own offsets', async () => {
    const head = `---\ntitle: Sleep\ndescription: "CalmRoot \\x74reats insomnia"\n`
    const id = 'us-fda/disease-in-metadata'
    const article = (directive: string) => folder({ 'claimlint.config.yaml': config, 'a.md': `${head}${directive}---\n\nQuiet.\n` })
    const { ofArticle } = await messages(article(''))
    const found = ofArticle.messages.find(({ ruleId }) => ruleId === id) as Message & { text: string; range: [number, number] }
    expect([found.line, found.text, head.slice(...found.range)]).toEqual([3, '\\x74reats insomnia', '\\x74reats insomnia'])
    const silenced = await messages(article(`claimlint: { disable: { ${id}: quoted } }\n`))
    expect(silenced.ofArticle.suppressedMessages.map(({ ruleId, line }) => [ruleId, line])).toContainEqual([id, 3])
  })

  it('all of them are listed, as text and as CSV, with age and reason', async () => {
    const [fingerprint] = await fingerprintsOf(`${claim}\n`)
    const root = folder({
      'claimlint.config.yaml': config,
      'a.md': `<!-- claimlint-disable-next-line ${rule} -- said in court -->\n\n${other}\n\n${claim}\n`,
      'claimlint.waivers.yml': `waivers:\n${waiver(fingerprint!, '2026-12-31')}`,
    })
    const { out } = await real(root, ['waivers', 'a.md'])
    for (const words of ['said in court', 'quoted', 'ann', '2026-12-31']) expect(out).toContain(words)
    expect((await real(root, ['waivers', 'a.md', '--format', 'csv'])).out.trimEnd().split('\r\n')).toHaveLength(3)
  })
})

describe.skipIf(!isBuilt)('MDX through remark', () => {
  it('takes comments as directives, at their offsets', async () => {
    const text = `# Sleep\n\n<Box>\n\n{/* claimlint-disable-next-line ${rule} -- quoted */}\n\n${claim}\n\n</Box>\n\n${claim}\n`
    const root = folder({ 'a.mdx': text, 'claimlint.config.json': '{"root":true,"markdown":{"parser":"remark"}}' })
    const [file] = JSON.parse((await real(root, ['a.mdx', '--format', 'json'])).out)
    const lines = (list: { ruleId: string; line: number }[]) => list.filter(({ ruleId }) => ruleId === rule).map(({ line }) => line)
    expect([lines(file.messages), lines(file.suppressedMessages)]).toEqual([[11], [7]])
  })
})
