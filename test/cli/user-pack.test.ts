import { describe, expect, it } from 'vitest'
import { folder } from '../unit/cli/stub.js'
import { isBuilt, real } from './real.js'

const pack = `id: acme
title: { en: House rules, ja: 社内規則 }
markets: [us]
asOf: '2026-01-01'
reviewBy: '2027-01-01'
precedence: [acme/miracle]
`

const rule = `id: acme/miracle
title: { en: Calls the product a miracle, ja: 奇跡と呼んでいる }
severity: warning
since: 1.0.0
legal: [{ cite: 'House style, section 4' }]
match: { phrase: { en: ['miracle'], ja: ['奇跡'] } }
messages: { default: { en: 'We do not write “miracle”.', ja: '「奇跡」とは書きません。' } }
examples:
  invalid: [{ en: 'A [[miracle]] for your skin.' }, { ja: 'まさに[[奇跡]]です。' }]
  valid: [{ en: 'A cream for your skin.', because: no-match }]
`

const files = (more: Record<string, string> = {}) => ({
  'claimlint.config.yaml': 'root: true\npacks: [./house]\n',
  'a.md': 'CalmRoot is a miracle.\n',
  'house/acme/pack.yml': pack,
  'house/acme/miracle.yml': rule,
  ...more,
})

describe.skipIf(!isBuilt)("a pack of the user's own", () => {
  it('reports beside ours, can be set in the config, and is explained', async () => {
    const root = folder(files())
    const { out, err } = await real(root, ['a.md', '--format', 'json'])
    expect(err).toBe('')
    const found = JSON.parse(out)[0].messages.find((message: { ruleId: string }) => message.ruleId === 'acme/miracle')
    expect(found).toMatchObject({
      text: 'miracle',
      severity: 1,
      message: 'We do not write “miracle”.',
      basis: [{ cite: 'House style, section 4' }],
    })
    expect((await real(root, ['a.md', '--rule', 'acme/miracle: error', '--format', 'unix'])).out).toContain('[error/acme/miracle]')
    expect((await real(root, ['explain', 'acme/miracle'])).out).toContain('House style, section 4')
    expect((await real(root, ['rules', '--format', 'json'])).out).toContain('acme/miracle')
    expect((await real(root, ['a.md'])).out).toContain('acme as of 2026-01-01')
  })

  it('is not there for files whose config does not name it', async () => {
    const root = folder({ ...files(), 'other/claimlint.config.yaml': 'root: true\n', 'other/a.md': 'CalmRoot is a miracle.\n' })
    const { out } = await real(root, ['.', '--format', 'unix'])
    expect(out).toContain('a.md:1:15: We do not write')
    expect(out).not.toContain('other/a.md:1:15: We do not write')
  })

  it('proves its examples with test-rules', async () => {
    expect(await real(folder(files()), ['test-rules', 'house'])).toMatchObject({ code: 0, out: '1 rules, 3 examples, 0 failed\n' })
    const wrong = folder(files({ 'house/acme/miracle.yml': rule.replace('A cream', 'A miracle cream') }))
    const { code, out } = await real(wrong, ['test-rules', 'house'])
    expect(code).toBe(1)
    expect(out).toContain('expected nothing; found 2-9 miracle')
  })

  it.each([
    [{ 'house/acme/miracle.yml': rule.replace('severity: warning', 'severity: warnin') }, '"warning"'],
    [{ 'house/acme/miracle.yml': rule.replace('id: acme/miracle', 'id: acne/miracle').concat() }, 'acme'],
    [{ 'house/acme/pack.yml': pack.replace('id: acme', 'id: us-fda') }, 'us-fda'],
    [{ 'house/acme/miracle.yml': rule.replace(/match: .*/, 'check: mine') }, 'no code'],
    [{ 'claimlint.config.yaml': 'root: true\npacks: [./nowhere]\n' }, 'nowhere'],
    [{ 'claimlint.config.yaml': 'root: true\npacks: [./empty]\n', 'empty/x.txt': '' }, 'no rules'],
  ])('that is wrong ends the run: %j', async (change, hint) => {
    const { code, err } = await real(folder(files(change)), ['a.md'])
    expect([code, err]).toEqual([2, expect.stringContaining(hint)])
  })
})
