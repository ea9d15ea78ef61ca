import { describe, expect, it } from 'vitest'
import { folder, run } from './stub.js'

const root = folder({ 'a.md': '# Benefits\n\nIt treats gout and supports sleep.\n\nQuiet.\n' })

describe('explain', () => {
  it('explains a rule: law, examples, how to fix and to waive', async () => {
    const { code, out } = await run(root, ['explain', 'us-fda/disease-claim-explicit'])
    expect(code).toBe(0)
    expect(out).toContain('Title of us-fda/disease-claim-explicit')
    expect(out).toContain('https://example.org/law')
    expect(out).toContain('✖ It treats gout.\n       ^^^^^^^^^^^')
    expect(out).toContain('✔ Can it treat gout?  (it is asked, not said)')
    expect(out).toContain('Write about normal function.')
    expect(out).toContain('<!-- claimlint-disable-next-line us-fda/disease-claim-explicit -- reason -->')
  })

  it('takes old names and names without their pack, and speaks Japanese', async () => {
    const byAlias = await run(root, ['explain', 'us-fda/unlinked-claim'])
    expect(byAlias.out).toBe((await run(root, ['explain', 'claim-not-linked'])).out)
    expect(byAlias.out).toContain('symbol ("*"): the symbol to add')
    expect((await run(root, ['explain', 'claim-not-linked', '--locale', 'ja'])).out).toContain('法令')
  })

  it('explains a line: claims with findings, and lines without', async () => {
    const { out } = await run(root, ['explain', 'a.md:3'])
    expect(out).toContain('Claim c1: disease')
    expect(out).toContain('us: not allowed')
    expect(out).toContain('us-fda/disease-claim-explicit: “treats gout” is a disease claim.')
    expect(out).toContain('us: lawful with the disclaimer')
    expect((await run(root, ['explain', 'a.md:5'])).out).toContain('Nothing on line 5')
    expect((await run(root, ['explain', 'a.md:2'])).out).toContain('Line 2 holds no text')
    expect((await run(root, ['explain', 'a.md:99'])).out).toContain('no line 99')
  })

  it.each([
    [['explain', 'us-fda/claim-not-linkd'], '"us-fda/claim-not-linked"'],
    [['explain', 'a.md'], 'a.md:LINE'],
    [['explain', 'no.md:3'], 'no such file'],
    [['inspect', 'a.md', '--stage', 'block'], '"blocks"'],
    [['rules', '--format', 'txt'], '"text"'],
  ])('exits 2 for %j', async (argv, hint) => {
    const { code, err } = await run(root, argv)
    expect([code, err]).toEqual([2, expect.stringContaining(hint)])
  })
})

describe('rules', () => {
  it('lists them as text, JSON and Markdown', async () => {
    expect((await run(root, ['rules'])).out).toContain('us-fda/claim-not-linked')
    const rules = JSON.parse((await run(root, ['rules', '--format', 'json'])).out)
    expect(rules.map((rule: { id: string; fix: string }) => [rule.id, rule.fix])).toEqual([
      ['evidence/uncited-study', 'suggest'],
      ['us-fda/claim-not-linked', 'safe'],
      ['us-fda/disease-claim-explicit', 'suggest'],
    ])
    expect((await run(root, ['rules', '--format', 'md'])).out).toContain('| `evidence/uncited-study` | warning |')
  })
})

describe('inspect', () => {
  it('prints the stages asked for', async () => {
    const picture = JSON.parse((await run(root, ['inspect', 'a.md', '--stage', 'blocks,claims'])).out)
    expect(Object.keys(picture)).toEqual(['filePath', 'format', 'blocks', 'claims'])
    expect(picture.blocks[1]).toMatchObject({ text: 'It treats gout and supports sleep.', span: { start: 12, end: 46 } })
    expect(picture.claims.claims[0]).toMatchObject({ id: 'c1', span: { start: 15, end: 26 } })
    expect(Object.keys(JSON.parse((await run(root, ['inspect', 'a.md'])).out))).toHaveLength(7)
  })
})

describe('claims', () => {
  it('lists lawful and unlawful ones with verdicts, and exits 0', async () => {
    const { code, out } = await run(root, ['claims', 'a.md', '--format', 'json'])
    expect(code).toBe(0)
    const { schemaVersion, documents } = JSON.parse(out)
    expect(schemaVersion).toBe(1)
    expect(documents[0].filePath).toBe('a.md')
    expect(documents[0].articles[0].claims[0]).toEqual({
      id: 'c1',
      kind: 'disease',
      language: 'en',
      text: 'treats gout',
      line: 3,
      column: 4,
      endLine: 3,
      endColumn: 15,
      range: [15, 26],
      surface: 'prose',
      concepts: [],
      hedged: false,
      attributed: false,
      evidence: null,
      marker: null,
      citations: [],
      verdicts: { us: { status: 'prohibited', rules: ['us-fda/disease-claim-explicit'] } },
    })
    expect(documents[0].articles[0].claims[1].verdicts.us).toEqual({ status: 'needs-disclaimer', rules: ['us-fda/claim-not-linked'] })
  })
})

describe('help', () => {
  it('lists the options of lint beside the commands, in both languages', async () => {
    const english = await run(root, ['--help'])
    expect(english.code).toBe(0)
    expect(english.out).toContain('--fix-dry-run')
    const japanese = await run(root, ['claims', '--help', '--locale=ja'])
    expect(japanese.out).toContain('使い方:')
    expect(japanese.out).not.toMatch(/Options:|Arguments:|files, folders/)
  })

  it('suggests the option meant', async () => {
    const { code, err } = await run(root, ['claims', '--markt', 'us'])
    expect([code, err]).toEqual([2, expect.stringContaining('--market')])
  })
})
