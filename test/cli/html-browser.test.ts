import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { folder, run } from '../unit/cli/stub.js'
import { Chromium, chromiumPath } from './chromium.js'

if (!chromiumPath) console.warn('test/cli/html-browser: skipped, there is no Chromium on this machine')

describe.skipIf(!chromiumPath)('the HTML report in a browser, from disk', () => {
  let browser: Chromium

  beforeAll(async () => {
    const root = folder({
      'a.md': '# Sleep\n\nIt treats gout. Many studies show it.\n\n<script>document.title = "attacked"</script> It supports mood.\n',
      'b.md': '不眠症を治療します。\n',
    })
    writeFileSync(join(root, 'report.html'), (await run(root, ['a.md', 'b.md', '--format', 'html'])).out)
    browser = new Chromium(chromiumPath!)
    await browser.open(pathToFileURL(join(root, 'report.html')).href)
  }, 60_000)
  afterAll(() => browser.close(), 60_000)

  const shown =
    "[...document.querySelectorAll('.findings li')].filter((item) => item.offsetParent !== null).map((item) => item.dataset.file + ' ' + item.dataset.severity)"
  const set = (name: string, value: string) =>
    browser.evaluate(
      `{ const f = document.forms[0].elements[${JSON.stringify(name)}]; ${value}; f.dispatchEvent(new Event('change', { bubbles: true })) }`,
    )

  it('runs its own script and no other', async () => {
    expect(await browser.evaluate('document.title')).toBe('claimlint: Health claims')
    expect(await browser.evaluate('document.forms[0].hidden')).toBe(false)
  })

  it('leads from an entry to its mark and back', async () => {
    await browser.evaluate('document.querySelector(\'.findings a[href^="#m"]\').click()')
    expect(await browser.evaluate("document.querySelector(':target + a').textContent")).toBe('treats gout')
    await browser.evaluate("document.querySelector(':target + a').click()")
    expect(await browser.evaluate("document.querySelector(':target').className")).toBe('error')
  })

  it('filters by file, rule and severity, and says how many are left', async () => {
    expect(await browser.evaluate(shown)).toEqual(['a.md error', 'a.md error', 'b.md error', 'a.md warning'])
    await set('file', "f.value = 'b.md'")
    expect(await browser.evaluate(shown)).toEqual(['b.md error'])
    expect(await browser.evaluate("document.getElementById('count').textContent")).toBe('1 of 4 shown')
    await set('file', "f.value = ''")
    await set('error', 'f.checked = false')
    expect(await browser.evaluate(shown)).toEqual(['a.md warning'])
    await set('error', 'f.checked = true')
    await set('rule', "f.value = 'us-fda/claim-not-linked'")
    expect(await browser.evaluate(shown)).toEqual(['a.md error'])
    await set('rule', "f.value = ''")
  })

  it('can be walked through with the keyboard: every control and link takes the focus', async () => {
    const unreachable =
      "[...document.querySelectorAll('a, select, input')].filter((each) => { each.focus(); return document.activeElement !== each }).length"
    expect(await browser.evaluate(unreachable)).toBe(0)
  })

  it.each([
    [390, true],
    [1280, false],
  ])('on a screen %i wide nothing has to be scrolled sideways, and the findings are one step away', async (width, isNarrow) => {
    await browser.width(width)
    expect(await browser.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    const jump = "document.querySelector('.jump').getBoundingClientRect().left >= 0"
    expect(await browser.evaluate(jump)).toBe(isNarrow)
    const beside =
      "document.querySelector('aside').getBoundingClientRect().left > document.querySelector('main').getBoundingClientRect().left"
    expect(await browser.evaluate(beside)).toBe(!isNarrow)
  })

  it('prints to PDF', async () => {
    const pdf = await browser.pdf()
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.length).toBeGreaterThan(5000)
  })
})
