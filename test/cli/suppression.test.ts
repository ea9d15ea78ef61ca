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
