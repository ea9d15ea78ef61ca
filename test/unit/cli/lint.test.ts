import { describe, expect, it } from 'vitest'
import { folder, run, stubEngine } from './stub.js'

const json = (out: string) => JSON.parse(out)

describe('exit codes', () => {
  const root = folder({
    'clean.md': 'A quiet page.\n',
    'bad.md': 'It treats gout.\n',
    'warned.md': 'Many studies show it.\n',
    'binary.md': new Uint8Array([0xff, 0x00, 0x81, 0xfe, 0x00]),
  })

  it('is 0 without findings, 1 with errors, 0 with warnings below --fail-on', async () => {
    expect((await run(root, ['clean.md'])).code).toBe(0)
    expect((await run(root, ['bad.md'])).code).toBe(1)
    expect((await run(root, ['lint', 'bad.md'])).code).toBe(1)
    expect((await run(root, ['warned.md'])).code).toBe(0)
    expect((await run(root, ['warned.md', '--fail-on', 'warning'])).code).toBe(1)
    expect((await run(root, ['warned.md', '--max-warnings', '0'])).code).toBe(1)
    expect((await run(root, ['warned.md', '--max-warnings', '1'])).code).toBe(0)
  })

  it('is 2 for a file that cannot be decoded, even beside findings, and reports the rest', async () => {
    const { code, out, err } = await run(root, ['bad.md', 'binary.md', '--format', 'json'])
    expect(code).toBe(2)
    expect(err).toContain('binary.md')
    expect(json(out).map((file: { filePath: string }) => file.filePath)).toEqual(['bad.md'])
  })

  it.each([
    [['nowhere.md'], 'nowhere.md'],
    [['*.html'], '--allow-empty'],
    [['bad.md', '--formt', 'json'], '--format'],
    [['bad.md', '--format', 'jsn'], '"json"'],
    [['bad.md', '--market', 'uk'], 'us, jp, eu'],
    [['bad.md', '--market', 'jp'], 'not built yet'],
    [['bad.md', '--market', 'us,eu'], 'not built yet'],
    [['bad.md', '--locale', 'de'], 'en, ja'],
    [['bad.md', '--fail-on', 'eror'], '"error"'],
    [['bad.md', '--rule', 'us-fda/disease-claim-explict: off'], '"us-fda/disease-claim-explicit"'],
    [['bad.md', '--rule', 'nonsense'], 'id: severity'],
    [['bad.md', '--max-warnings', 'few'], 'number'],
    [['bad.md', '--config', 'none.yml'], 'none.yml'],
    [['claims', 'bad.md', '--format', 'jsno'], '"json"'],
  ])('is 2 for %j and says what would do', async (argv, hint) => {
    const { code, out, err } = await run(root, argv)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain(hint)
    expect(err).not.toMatch(/\n\s+at /)
  })

  it('is 0 for no file with --allow-empty', async () => {
    expect((await run(root, ['*.html', '--allow-empty', '--format', 'json'])).out).toBe('[]\n')
  })

  it('is 2 when a rule crashed', async () => {
    const engine = {
      ...stubEngine,
      lint: async (...args: Parameters<typeof stubEngine.lint>) => ({ ...(await stubEngine.lint(...args)), crashed: ['us-fda/x'] }),
    }
    const { code, err } = await run(root, ['clean.md'], { engine })
    expect(code).toBe(2)
    expect(err).toContain('us-fda/x')
  })

  it('is 2 and shows no stack when the engine itself fails', async () => {
    const engine = { ...stubEngine, lint: () => Promise.reject(new Error('boom')) }
    const { code, err } = await run(root, ['clean.md'], { engine })
    expect(code).toBe(2)
    expect(err).toContain('boom')
    expect(err).not.toMatch(/\n\s+at /)
  })
})

describe('standard input', () => {
  it('is read with --stdin and with -', async () => {
    const root = folder({})
    for (const argv of [
      ['--stdin', '--stdin-filename', 'a/b.md', '--format', 'json'],
      ['-', '--stdin-filename', 'a/b.md', '--format', 'json'],
    ]) {
      const { code, out } = await run(root, argv, { stdin: 'It treats gout.' })
      expect(code).toBe(1)
      expect(json(out)[0].filePath).toBe('a/b.md')
    }
  })

  it('needs a format it knows', async () => {
    const { code, err } = await run(folder({}), ['-', '--stdin-filename', 'a.njk'], { stdin: 'x' })
    expect(code).toBe(2)
    expect(err).toContain('--ext')
    expect((await run(folder({}), ['-', '--stdin-filename', 'a.njk', '--ext', '.njk=html'], { stdin: 'x' })).code).toBe(0)
  })
})

describe('JSON', () => {
  it('has the shape of the contract', async () => {
    const root = folder({ 'a.md': 'Quiet.\r\n😀 It treats gout and supports sleep.\r\n' })
    const { out } = await run(root, ['a.md', '--format', 'json'])
    const [file] = json(out)
    expect(file).toMatchObject({
      filePath: 'a.md',
      suppressedMessages: [],
      errorCount: 2,
      warningCount: 0,
      infoCount: 0,
      fixableErrorCount: 1,
      fixableWarningCount: 0,
      coverage: { language: ['en'], sentences: 2, characters: 47, unread: [] },
    })
    const [disease, unlinked] = file.messages
    expect(disease).toEqual({
      ruleId: 'us-fda/disease-claim-explicit',
      severity: 2,
      message: '“treats gout” is a disease claim.',
      line: 2,
      column: 7,
      endLine: 2,
      endColumn: 18,
      range: [14, 25],
      text: 'treats gout',
      basis: [{ cite: '21 CFR 101.93(g)(2)(i)', url: 'https://example.org/law' }],
      related: [],
      suggestions: [{ desc: 'Write about normal function.' }],
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}-0$/),
    })
    expect(unlinked.fix).toEqual({ range: [44, 44], text: '*' })
  })

  it('speaks Japanese with --locale ja and by the environment', async () => {
    const root = folder({ 'a.md': 'It treats gout.' })
    const byOption = await run(root, ['a.md', '--format', 'json', '--locale', 'ja'])
    const byEnvironment = await run(root, ['a.md', '--format', 'json'], { env: { LANG: 'ja_JP.UTF-8' } })
    expect(json(byOption.out)[0].messages[0].message).toBe('「treats gout」は疾病の表現です。')
    expect(byEnvironment.out).toBe(byOption.out)
  })

  it('keeps fingerprints when text moves, and counts equal sentences', async () => {
    const names = async (text: string): Promise<string[]> => {
      const { out } = await run(folder({ 'a.md': text }), ['a.md', '--format', 'json'])
      return json(out)[0].messages.map((message: { fingerprint: string }) => message.fingerprint)
    }
    const [first, second] = await names('It treats gout.\n\nIt treats gout.\n')
    expect(second).toBe(first!.replace(/-0$/, '-1'))
    expect(await names('Other words.\n\nIt treats gout.')).toEqual([first])
    expect(await names('It never treats gout.')).not.toEqual([first])
    expect(await names('# Section\nIt treats gout.')).not.toEqual([first])
  })
})

describe('stderr', () => {
  it('says once that Japanese law was not checked', async () => {
    const root = folder({ 'a.md': 'これを治療します。', 'b.md': 'こんにちは。' })
    const { err, out } = await run(root, ['.', '--format', 'json'])
    expect(err.match(/Japanese law/g)).toHaveLength(1)
    expect(json(out)).toHaveLength(2)
  })
})
