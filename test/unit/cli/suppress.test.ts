import { describe, expect, it } from 'vitest'
import { folder, run } from './stub.js'

const rule = 'us-fda/disease-claim-explicit'

interface Report {
  readonly messages: readonly { ruleId: string; message: string; line: number; fingerprint: string }[]
  readonly suppressedMessages: readonly { line: number; suppressions: readonly object[] }[]
}

/** Lints one text and lists what is reported and what is suppressed, each as `line rule`. */
const lint = async (text: string, files: Record<string, string> = {}, argv: readonly string[] = []) => {
  const root = folder({ 'a.md': text, ...files })
  const outcome = await run(root, ['a.md', '--format', 'json', ...argv])
  const reports: (Report & { filePath: string })[] = outcome.out ? JSON.parse(outcome.out) : []
  const [page] = reports
  return {
    ...outcome,
    root,
    reports,
    reported: page?.messages.map((message) => `${message.line} ${message.ruleId}`),
    suppressed: page?.suppressedMessages.map((message) => message.line),
    page: page!,
  }
}

describe('comments', () => {
  it('silence the next line, with blank lines between', async () => {
    const { reported, suppressed, page, code } = await lint(
      `<!-- claimlint-disable-next-line ${rule} -- quoting the statute -->\r\n\r\nIt treats gout.\r\nIt treats gout.\r\n`,
    )
    expect(reported).toEqual([`4 ${rule}`])
    expect(suppressed).toEqual([3])
    expect(page.suppressedMessages[0]!.suppressions).toEqual([{ kind: 'comment', justification: 'quoting the statute' }])
    expect(code).toBe(1)
  })

  it('silence a stretch; enabling one rule leaves the other disabled', async () => {
    const text = [
      'It treats gout.',
      `<!-- claimlint-disable ${rule} -- a -->`,
      '<!-- claimlint-disable evidence/uncited-study -- b -->',
      'It treats gout, studies show.',
      `<!-- claimlint-enable ${rule} -->`,
      'It treats gout, studies show.',
      '<!-- claimlint-enable -->',
      'It treats gout, studies show.',
    ].join('\n')
    const { reported, suppressed } = await lint(text)
    expect(suppressed).toEqual([4, 4, 6])
    expect(reported).toEqual([`1 ${rule}`, `6 ${rule}`, `8 ${rule}`, '8 evidence/uncited-study'])
  })

  it('name several rules and old names', async () => {
    const { reported } = await lint(
      `<!-- claimlint-disable-next-line ${rule}, us-fda/unlinked-claim -- a -- b -->\nIt treats gout and supports sleep.`,
    )
    expect(reported).toEqual([])
  })

  it.each([
    ['claimlint-disable-next-line', 'names no rule'],
    ['claimlint-disable-next-line -- why', 'names no rule'],
    [`claimlint-disable-next-line ${rule}`, 'gives no reason'],
    [`claimlint-disable-next-line ${rule} --`, 'gives no reason'],
    [`claimlint-disable-next-line ${rule} - why`, 'no rule “-”'],
    ['claimlint-disable-next-line us-fda/disease-claim-explict -- why', rule],
    [`claimlint-disable-line ${rule} -- why`, 'no directive'],
    [`claimlint-disabled ${rule} -- why`, 'no directive'],
    ['claimlint-enable', 'Nothing is disabled'],
  ])('that are malformed suppress nothing and are reported: %s', async (comment, hint) => {
    const { page, suppressed, code } = await lint(`<!-- ${comment} -->\nIt treats gout.`)
    expect(suppressed).toEqual([])
    expect(page.messages.map((message) => message.ruleId)).toEqual(['claimlint/directive-malformed', rule])
    expect(page.messages[0]!.message).toContain(hint)
    expect(code).toBe(1)
  })

  it('that silence nothing are reported; the config may turn that off', async () => {
    const text = `<!-- claimlint-disable-next-line ${rule} -- why -->\nQuiet.`
    const { reported, code } = await lint(text)
    expect(reported).toEqual(['1 claimlint/directive-unused'])
    expect(code).toBe(0)
    expect((await lint(text, {}, ['--rule', 'claimlint/directive-unused: off'])).reported).toEqual([])
  })

  it('of other programs are left alone', async () => {
    expect((await lint('<!-- eslint-disable -->\n<!-- my claimlint-disable note -->\n')).reported).toEqual([])
  })
})

describe('waivers', () => {
  const fingerprintOf = async (text: string, index = 0): Promise<string> => (await lint(text)).page.messages[index]!.fingerprint
  const waiver = (fingerprint: string, until = '2026-12-31') =>
    `- { fingerprint: "${fingerprint}", rule: ${rule}, reason: label copy, approver: Jo, until: "${until}" }\n`
  const config = { 'claimlint.config.json': '{"root":true}' }

  it('silence one claim until their date, and show who said so', async () => {
    const text = 'It treats gout.'
    const { page, reported, code } = await lint(text, { ...config, 'claimlint.waivers.yml': waiver(await fingerprintOf(text)) })
    expect([reported, code]).toEqual([[], 0])
    expect(page.suppressedMessages[0]!.suppressions).toEqual([
      { kind: 'waiver', justification: 'label copy', approver: 'Jo', until: '2026-12-31' },
    ])
  })

  it('hold on their last day and are reported after it', async () => {
    const text = 'It treats gout.'
    const fingerprint = await fingerprintOf(text)
    expect((await lint(text, { ...config, 'claimlint.waivers.yml': waiver(fingerprint, '2026-06-15') })).reported).toEqual([])
    const late = await lint(text, { ...config, 'claimlint.waivers.yml': waiver(fingerprint, '2026-06-14') })
    expect(late.reported).toEqual([`1 ${rule}`])
    expect(late.reports[1]).toMatchObject({
      filePath: 'claimlint.waivers.yml',
      messages: [{ ruleId: 'claimlint/waiver-expired', line: 1 }],
    })
  })

  it('end with an edit of the claim, and of the rule', async () => {
    const fingerprint = await fingerprintOf('It treats gout.')
    const { reported, reports } = await lint('It fully treats gout.', { ...config, 'claimlint.waivers.yml': waiver(fingerprint) }, [
      '--report-unused-waivers',
    ])
    expect(reported).toEqual([`1 ${rule}`])
    expect(reports[1]!.messages[0]!.ruleId).toBe('claimlint/waiver-unused')
    const other = waiver(fingerprint).replace(rule, 'evidence/uncited-study')
    expect((await lint('It treats gout.', { ...config, 'claimlint.waivers.yml': other })).reported).toEqual([`1 ${rule}`])
  })

  it('of one of two equal sentences hold when the other goes', async () => {
    const two = 'It treats gout.\n\nIt treats gout.\n'
    const second = await fingerprintOf(two, 1)
    const files = { ...config, 'claimlint.waivers.yml': waiver(second) }
    expect((await lint(two, files)).reported).toEqual([`1 ${rule}`])
    expect((await lint('It treats gout.\n', files)).reported).toEqual([])
    expect((await lint(`${two}\nIt treats gout.`, files)).reported).toEqual([`1 ${rule}`, `5 ${rule}`])
  })

  it.each([
    ['- { rule: x }', 'fingerprint'],
    [waiver('a').replace('approver: Jo, ', ''), 'approver'],
    [waiver('a', 'soon'), 'YYYY-MM-DD'],
    [waiver('a').replace('reason', 'reson'), 'reason'],
    [waiver('a').replace(rule, 'us-fda/none'), 'unknown rule'],
    ['waiver: 3', 'a list of waivers'],
    ['- [', 'claimlint.waivers.yml'],
  ])('that are malformed end the run: %s', async (text, hint) => {
    const { code, err } = await lint('Quiet.', { ...config, 'claimlint.waivers.yml': text })
    expect([code, err]).toEqual([2, expect.stringContaining(hint)])
  })
})
