import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder } from '../unit/cli/stub.js'
import { isBuilt, real } from './real.js'

const config = `root: true
product: { kind: supplement }
overrides:
  - files: ["feed/*.json"]
    content: { "products[].description": html }
  - files: ["**/*.csv"]
    content: { "[].description": text }
`
const disclaimer =
  'These statements have not been evaluated by the Food and Drug Administration. This product is not intended to diagnose, treat, cure, or prevent any disease.'

describe.skipIf(!isBuilt)('a product feed', () => {
  it('is linted field by field, where the config names fields; other data is no article', async () => {
    const root = folder({
      'claimlint.config.yaml': config,
      'package.json': '{"description": "Treats gout."}',
      'feed/a.json': String.raw`{"products": [{"description": "<p>It \u0074reats gout.</p>"}, {"description": "<p>Quiet.</p>"}]}`,
    })
    const { code, out } = await real(root, ['.', '--format', 'json'])
    const files = JSON.parse(out)
    expect([code, files.map((file: { filePath: string }) => file.filePath)]).toEqual([1, ['feed/a.json']])
    const source = readFileSync(join(root, 'feed/a.json'), 'utf8')
    const [message] = files[0].messages
    expect(message).toMatchObject({ where: 'products[0].description, sentence 1', text: String.raw`\u0074reats gout` })
    expect(source.slice(...(message.range as [number, number]))).toBe(message.text)
  })

  it('a disclaimer serves its own record only', async () => {
    const rows = [`"Supports memory.* *${disclaimer}"`, '"Supports memory."']
    const root = folder({ 'claimlint.config.yaml': config, 'a.csv': `description\n${rows.join('\n')}\n` })
    const { out } = await real(root, ['a.csv', '--format', 'unix'])
    expect(out.split('\n').filter((line) => line.includes('disclaimer-per-page'))).toEqual([
      expect.stringContaining('a.csv:3:2: description, row 3, sentence 1: '),
    ])
  })

  it('is never fixed in place', async () => {
    const source = `description\n"CalmRoot supports memory.\n\nIt supports calm.*\n\n*${disclaimer}"\n`
    const root = folder({ 'claimlint.config.yaml': config, 'a.csv': source })
    const { out, code } = await real(root, ['a.csv', '--fix', '--format', 'json'])
    expect(code).toBe(1)
    expect(JSON.parse(out)[0].messages.length).toBeGreaterThan(0)
    expect(readFileSync(join(root, 'a.csv'), 'utf8')).toBe(source)
  })

  it.each([
    ['feed/a.json', '{"products": [}', 'cannot read feed/a.json: it is no JSON: found } at line 1, column 15, expected a value'],
    ['feed/a.json', '{"products": [{"descripion": "x"}]}', 'Did you mean "products[].descripion"?'],
    ['a.csv', 'description\n"x\n', 'cannot read a.csv: line 2: a quote opens'],
    ['other/a.json', '{}', 'no field of other/a.json is named to be read'],
    ['a.docx', 'not a zip', 'cannot read a.docx: it is no Word document'],
  ])('%s: %s counts as unread, exit 2', async (name, text, reason) => {
    const { code, err } = await real(folder({ 'claimlint.config.yaml': config, [name]: text }), [name])
    expect([code, err]).toEqual([2, expect.stringContaining(reason)])
  })
})

describe.skipIf(!isBuilt)('a Word file', () => {
  const word = readFileSync('test/fixtures/libreoffice.docx')
  const root = folder({ 'claimlint.config.yaml': 'root: true\n', 'a.docx': word, '~$a.docx': 'lock' })

  it('names paragraph and sentence, in every report', async () => {
    const { code, out, err } = await real(root, ['.', '--format', 'unix'])
    expect(code).toBe(1)
    expect(err).not.toContain('~$')
    expect(out).toContain('a.docx:2:62: paragraph 2, sentence 3: "treats insomnia"')
    expect((await real(root, ['a.docx', '--locale', 'ja', '--format', 'unix'])).out).toContain('第2段落・第3文: ')
    expect((await real(root, ['a.docx', '--format', 'sarif'])).out).toContain('"fullyQualifiedName": "paragraph 2, sentence 3"')
    expect((await real(root, ['a.docx', '--format', 'html'])).out).toContain('paragraph 2, sentence 3')
  })

  it('is listed, explained, waived and never written to', async () => {
    expect((await real(root, ['claims', 'a.docx'])).out).toContain('"where": "paragraph 2, sentence 1"')
    expect((await real(root, ['explain', 'a.docx:2'])).out).toContain('treats insomnia')
    await real(root, ['a.docx', '--fix'])
    expect(readFileSync(join(root, 'a.docx')).equals(word)).toBe(true)
    const [file] = JSON.parse((await real(root, ['a.docx', '--format', 'json'])).out)
    const { fingerprint, ruleId } = file.messages.find(({ text }: { text: string }) => text === 'treats insomnia')
    const waiver = `waivers:\n  - fingerprint: ${fingerprint}\n    rule: ${ruleId}\n    reason: quoted\n    approver: ann\n    until: 2027-01-01\n`
    const waived = folder({ 'claimlint.config.yaml': 'root: true\n', 'a.docx': word, 'claimlint.waivers.yml': waiver })
    expect((await real(waived, ['a.docx', '--format', 'unix'])).out).not.toContain('treats insomnia')
  })
})
