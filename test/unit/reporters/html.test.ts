import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Element, Root } from 'hast'
import rehypeParse from 'rehype-parse'
import { SaxesParser } from 'saxes'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { folder, run, stubEngine } from '../cli/stub.js'

const attack = [
  `It treats gout. <script>alert(1)</script><img src=x onerror="alert(2)"> It treats 'x"onmouseover=alert(3).`,
  '</style></script><!-- ]]> -->It treats colds. &lt;b&gt; \u0000 \ud800 it supports sleep',
  'javascript:alert(4) これは治療です。',
].join('\n\n')

const parse = (html: string): Root => unified().use(rehypeParse).parse(html) as Root

function elements(node: Root | Element): Element[] {
  return node.children.flatMap((child) => (child.type === 'element' ? [child, ...elements(child)] : []))
}

const textOf = (node: Root | Element): string =>
  node.children.map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : '')).join('')

const report = async (argv: readonly string[] = []) => {
  const root = folder({ 'a"><b>.md': attack, 'clean.md': 'Quiet.' })
  const { out } = await run(root, ['.', '--format', 'html', ...argv])
  const tree = parse(out)
  return { out, tree, all: elements(tree) }
}

describe('the HTML report', () => {
  it('holds no element that an article brought, and one script, allowed by its hash', async () => {
    const { all } = await report()
    const names = new Set(all.map((element) => element.tagName))
    for (const name of ['img', 'b', 'iframe', 'link', 'object']) expect(names).not.toContain(name)
    const scripts = all.filter((element) => element.tagName === 'script')
    expect(scripts).toHaveLength(1)
    const policy = all.find((element) => element.properties.httpEquiv)?.properties.content as string
    expect(policy).toContain(`'sha256-${createHash('sha256').update(textOf(scripts[0]!)).digest('base64')}'`)
    expect(all.flatMap((element) => Object.keys(element.properties)).filter((name) => /^on[A-Z]/.test(name))).toEqual([])
    for (const element of all) {
      for (const name of ['src', 'href'] as const) {
        const value = element.properties[name]
        if (value !== undefined) expect(String(value)).toMatch(/^(?:#|https:\/\/example\.org)/)
      }
    }
  })

  it('links each mark with its entry, both ways', async () => {
    const { all } = await report()
    const marks = all.filter((element) => element.tagName === 'a' && String(element.properties.className).includes('finding'))
    expect(marks.map(textOf)).toEqual(['treats gout', 'treats colds', 'supports sleep', '治療'])
    const ids = new Set(all.map((element) => element.properties.id).filter(Boolean))
    const links = all.filter((element) => element.tagName === 'a' && String(element.properties.href).startsWith('#'))
    expect(links.every((link) => ids.has(String(link.properties.href).slice(1)))).toBe(true)
  })

  it('has a mark for each of several findings on the same words, and shows the gravest', async () => {
    const engine = {
      ...stubEngine,
      lint: async (...args: Parameters<typeof stubEngine.lint>) => {
        const result = await stubEngine.lint(...args)
        const [error] = result.findings
        const whole = { start: 0, end: args[0].length }
        return { ...result, findings: [{ ...error!, rule: 'evidence/uncited-study', severity: 'warning' as const, span: whole }, error!] }
      },
    }
    const root = folder({ 'a.md': 'It treats gout.' })
    const all = elements(parse((await run(root, ['a.md', '--format', 'html'], { engine })).out))
    const ids = all.map((element) => element.properties.id).filter((id) => String(id).startsWith('m'))
    expect(ids.sort()).toEqual(['m0-0', 'm0-1'])
    const marks = all.filter((element) => element.tagName === 'a' && String(element.properties.className).includes('finding'))
    expect(marks.map((mark) => [textOf(mark), String(mark.properties.className)])).toEqual([
      ['It ', 'finding,warning'],
      ['treats gout', 'finding,error'],
      ['.', 'finding,warning'],
    ])
  })

  it('shows the article as it reads and says what was read', async () => {
    const { tree, all } = await report()
    expect(textOf(tree)).toContain('<script>alert(1)</script>')
    expect(all.filter((element) => element.tagName === 'section').map((element) => textOf(element).includes('read (en'))).toEqual([
      true,
      true,
    ])
  })

  it('marks only what it lists: --quiet and --since leave no mark without an entry', async () => {
    const root = folder({ 'a.md': 'Many studies show it treats gout.' })
    const { out } = await run(root, ['a.md', '--format', 'html', '--quiet'])
    const links = elements(parse(out)).filter((element) => String(element.properties.className).includes('finding'))
    expect(links.filter((element) => element.tagName === 'a').map(textOf)).toEqual(['treats gout'])
  })

  it('speaks Japanese', async () => {
    const { all, tree } = await report(['--locale', 'ja'])
    expect(all.find((element) => element.tagName === 'html')?.properties.lang).toBe('ja')
    expect(textOf(tree)).toContain('指摘一覧')
  })
})

/** Reads a stored zip by its central directory, checking sums and sizes. */
function unzip(bytes: Buffer): Map<string, string> {
  const parts = new Map<string, string>()
  const end = bytes.length - 22
  expect(bytes.readUInt32LE(end)).toBe(0x06054b50)
  let at = bytes.readUInt32LE(end + 16)
  for (let i = 0; i < bytes.readUInt16LE(end + 10); i++) {
    const [size, nameLength, offset] = [bytes.readUInt32LE(at + 24), bytes.readUInt16LE(at + 28), bytes.readUInt32LE(at + 42)]
    const start = offset + 30 + bytes.readUInt16LE(offset + 26)
    const data = bytes.subarray(start, start + size)
    expect(crc32(data)).toBe(bytes.readUInt32LE(at + 16))
    parts.set(bytes.subarray(at + 46, at + 46 + nameLength).toString('utf8'), data.toString('utf8'))
    at += 46 + nameLength
  }
  return parts
}

describe('claim ledgers', () => {
  const text = '# Title | *x*\n\n| It treats gout | =2+5 supports sleep\n'
  const ledger = async (format: string, argv: readonly string[] = []) =>
    (await run(folder({ 'a.md': text }), ['claims', 'a.md', '--format', format, ...argv])).out

  it('in CSV have one row a claim', async () => {
    const out = await ledger('csv')
    expect(out.startsWith('\ufeff"file","article","id","line","kind"')).toBe(true)
    expect(out.split('\r\n')).toHaveLength(4)
    expect(out).toContain('"verdict us","rules us"')
    expect(out).toContain('"prohibited","us-fda/disease-claim-explicit"')
  })

  it('in Markdown keep article text from becoming markup', async () => {
    const out = await ledger('md')
    const rows = out.split('\n').filter((line) => line.startsWith('| c'))
    expect(rows.map((row) => row.split(/(?<!\\)\|/).length)).toEqual([10, 10])
    expect(await ledger('md', ['--locale', 'ja'])).toContain('### 表現')
  })

  it('in a workbook are a zip of well-formed parts, text never a formula', async () => {
    const root = folder({ 'a.md': `${text}\nIt treats _x0041_ and supports sleep.\n` })
    const { code } = await run(root, ['claims', 'a.md', '--format', 'xlsx', '-o', 'claims.xlsx'])
    expect(code).toBe(0)
    const parts = unzip(readFileSync(join(root, 'claims.xlsx')))
    expect([...parts.keys()].sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      ...[1, 2, 3].map((n) => `xl/worksheets/sheet${n}.xml`),
    ])
    for (const part of parts.values()) new SaxesParser().write(part).close()
    const sheet = parts.get('xl/worksheets/sheet1.xml')!
    expect(sheet).not.toMatch(/<f[ >]/)
    expect(sheet).toContain('treats _x005F_x0041_')
    expect((await run(root, ['claims', 'a.md', '--format', 'xlsx'])).err).toContain('--output-file')
  })

  it('in HTML hold no script at all', async () => {
    const tree = parse(await ledger('html'))
    expect(elements(tree).map((element) => element.tagName)).not.toContain('script')
    expect(textOf(tree)).toContain('treats gout')
  })
})
