import { readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import type { ParsedSource } from '../../../src/core/block.js'
import { docx } from '../../../src/formats/docx/index.js'

const bytes = (text: string) => new TextEncoder().encode(text)
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const NAMESPACES = `${W} xmlns:r="${REL}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
  xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
  xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"
  xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"`

/** A document as Word writes it, with this body and these further parts, each named by its kind. */
function word(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const names = Object.keys(parts)
  const links = names.map((name, i) => `<Relationship Id="rId${i + 1}" Type="${REL}/${name.replace(/\d+$/, '')}" Target="${name}.xml"/>`)
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': bytes('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': bytes(`<Relationships><Relationship Id="r1" Type="${REL}/officeDocument" Target="word/document.xml"/></Relationships>`),
    'word/document.xml': bytes(`<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`),
    'word/_rels/document.xml.rels': bytes(
      `<Relationships>${links.join('')}<Relationship Id="web" Type="${REL}/hyperlink" Target="https://example.org/" TargetMode="External"/></Relationships>`,
    ),
  }
  for (const [name, xml] of Object.entries(parts)) files[`word/${name}.xml`] = bytes(xml)
  return zipSync(files)
}

const read = async (file: Uint8Array): Promise<ParsedSource> => docx.parse(await docx.open!(file))
const p = (inner: string, properties = '') => `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`
const r = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
const outline = ({ blocks }: ParsedSource) => blocks.map(({ role, text }) => `${role}: ${text}`)
const unread = (parsed: ParsedSource) => parsed.unread.map(({ what }) => what)

describe('docx', () => {
  it('is read as others read it: every paragraph of a LibreOffice file, as mammoth has it', async () => {
    const file = readFileSync('test/fixtures/libreoffice.docx')
    const parsed = await read(file)
    const { value } = await mammoth.extractRawText({ buffer: file })
    expect(parsed.blocks.map(({ text }) => text)).toEqual(value.split(/\n+/).filter(Boolean))
    expect(parsed.blocks.map(({ role, depth, bullet, cell }) => [role, depth ?? cell?.column, bullet?.text ?? cell?.row])).toEqual([
      ['heading', 1, undefined],
      ['prose', undefined, undefined],
      ['list-item', 1, '•'],
      ['list-item', 1, '•'],
      ['list-item', 1, '1.'],
      ['list-item', 1, '2.'],
      ['table-cell', 0, 0],
      ['table-cell', 1, 0],
      ['table-cell', 0, 1],
      ['table-cell', 1, 1],
      ['prose', undefined, undefined],
      ['prose', undefined, undefined],
    ])
    expect(parsed.blocks[1]!.marks.map(({ kind, at }) => [kind, parsed.blocks[1]!.text.slice(at.from, at.to)])).toEqual([
      ['superscript', '*'],
      ['strong', 'treats insomnia'],
    ])
    expect(unread(parsed)).toEqual([])
  })

  it('a line of the transcript is a paragraph, empty ones too, and every letter stands at its place', async () => {
    const parsed = await read(
      word([p(r('Sleep')), p(''), p(`${r('It tre')}<w:r><w:br/></w:r>${r('ats gout.', '<w:b/>')}`), p(r('痛風を治す。'))].join('')),
    )
    expect(parsed.transcript).toBe('Sleep\n\nIt tre ats gout.\n痛風を治す。\n')
    for (const { text, map, locus } of parsed.blocks) {
      const { start, end } = map.toSource({ from: 0, to: text.length })
      expect(parsed.transcript!.slice(start, end)).toBe(text.replaceAll('\n', ' '))
      expect(parsed.transcript!.slice(0, start).split('\n')).toHaveLength(locus?.kind === 'paragraph' ? locus.number : 0)
    }
    expect(parsed.blocks[1]!.text).toBe('It tre\nats gout.')
  })

  it('knows headings, captions, quotes and lists by their styles, and counts what is numbered', async () => {
    const styles = `<w:styles ${W}><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 2"/></w:style>
      <w:style w:type="paragraph" w:styleId="mine"><w:name w:val="見出し"/><w:basedOn w:val="1"/></w:style>
      <w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/></w:style>
      <w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Intense Quote"/></w:style>
      <w:style w:type="paragraph" w:styleId="L"><w:name w:val="List Number"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style></w:styles>`
    const level = (depth: number, format: string, start = 1) =>
      `<w:lvl w:ilvl="${depth}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/></w:lvl>`
    const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${level(0, 'decimal', 3)}${level(1, 'lowerLetter')}</w:abstractNum>
      <w:abstractNum w:abstractNumId="1">${level(0, 'bullet')}</w:abstractNum>
      <w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="8"><w:abstractNumId w:val="1"/></w:num></w:numbering>`
    const item = (number: number, depth: number) => `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${number}"/></w:numPr>`
    const styled = (id: string) => `<w:pStyle w:val="${id}"/>`
    const { blocks } = await read(
      word(
        [
          p(r('a'), styled('T')),
          p(r('b'), styled('mine')),
          p(r('c'), styled('C')),
          p(r('d'), styled('Q')),
          p(r('e'), styled('L')),
          p(r('f'), item(7, 1)),
          p(r('g'), item(7, 1)),
          p(r('h'), item(7, 0)),
          p(r('i'), item(7, 1)),
          p(r('j'), item(8, 0)),
          p(r('k'), `${styled('L')}<w:numPr><w:numId w:val="0"/></w:numPr>`),
          p(r('l'), '<w:outlineLvl w:val="2"/>'),
        ].join(''),
        { styles, numbering },
      ),
    )
    expect(blocks.map(({ text, role, depth, bullet }) => [text, role, depth, bullet?.text])).toEqual([
      ['a', 'heading', 1, undefined],
      ['b', 'heading', 2, undefined],
      ['c', 'caption', undefined, undefined],
      ['d', 'quote', undefined, undefined],
      ['e', 'list-item', 1, '3.'],
      ['f', 'list-item', 2, '1.'],
      ['g', 'list-item', 2, '2.'],
      ['h', 'list-item', 1, '4.'],
      ['i', 'list-item', 2, '1.'],
      ['j', 'list-item', 1, '•'],
      ['k', 'prose', undefined, undefined],
      ['l', 'heading', 3, undefined],
    ])
  })

  it('takes tracked insertions as text, and says what it does not read', async () => {
    const parsed = await read(
      word(
        [
          p(
            `${r('It ')}<w:ins w:id="1">${r('treats gout')}</w:ins><w:del w:id="2"><w:r><w:delText>cures all</w:delText></w:r></w:del>${r('.')}`,
          ),
          p(`${r('Seen ')}${r('secret', '<w:vanish/>')}<w:r><w:commentReference w:id="0"/></w:r>${r('text.')}`),
          p(`<w:moveFrom w:id="3">${r('gone')}</w:moveFrom><w:moveTo w:id="4">${r('here')}</w:moveTo>`),
          '<w:altChunk r:id="x"/>',
          p(r('Behind.')),
          p('<w:r><w:drawing><a:graphic><c:chart r:id="x"/></a:graphic></w:drawing></w:r>'),
        ].join(''),
      ),
    )
    expect(outline(parsed)).toEqual(['prose: It treats gout.', 'prose: Seen text.', 'prose: here', 'prose: Behind.'])
    expect(unread(parsed)).toEqual(['deleted-text', 'hidden-text', 'comment', 'deleted-text', 'embedded-media', 'embedded-media'])
  })

  it('reads notes where their calls are, text boxes once, alternative texts, headers and footers', async () => {
    const box = `<w:txbxContent>${p(r('Boxed claim.'))}</w:txbxContent>`
    const parsed = await read(
      word(
        [
          p(
            `${r('Studied')}<w:r><w:footnoteReference w:id="5"/></w:r>${r('. Own mark')}<w:r><w:footnoteReference w:customMarkFollows="1" w:id="6"/><w:t>*</w:t></w:r>`,
          ),
          p(
            `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
          ),
          p('<w:r><w:drawing><wp:docPr id="1" name="x" descr="A bottle"/><pic:pic/></w:drawing></w:r>'),
          p('<w:r><w:drawing><wp:docPr id="2" name="y"/><pic:pic/></w:drawing></w:r>'),
        ].join(''),
        {
          footnotes: `<w:footnotes ${W}><w:footnote w:id="-1" w:type="separator">${p('')}</w:footnote><w:footnote w:id="5">${p(r('Smith 2019.'))}</w:footnote><w:footnote w:id="6">${p(r('* A note.'))}</w:footnote></w:footnotes>`,
          header1: `<w:hdr ${W}>${p(r('Head'))}</w:hdr>`,
          header2: `<w:hdr ${W}>${p(r('Head'))}</w:hdr>`,
          footer1: `<w:ftr ${W}>${p(r('Foot'))}</w:ftr>`,
        },
      ),
    )
    expect(outline(parsed)).toEqual([
      'prose: Studied. Own mark*',
      'prose: Boxed claim.',
      'alt-text: A bottle',
      'footnote: Smith 2019.',
      'footnote: * A note.',
      'prose: Head',
      'prose: Foot',
    ])
    expect(parsed.blocks.map(({ label, landmark }) => label ?? landmark)).toEqual([
      undefined,
      undefined,
      undefined,
      '1',
      undefined,
      'header',
      'footer',
    ])
    expect(parsed.blocks[0]!.marks).toMatchObject([{ kind: 'footnote-call', label: '1', at: { from: 7, to: 7 } }])
    expect(parsed.blocks[3]!.locus).toEqual({ kind: 'paragraph', part: 'footnote', number: 1, note: 1 })
    expect(unread(parsed)).toEqual(['image-without-text'])
  })

  it('reads links and fields, ruby, symbols and content controls', async () => {
    const field = (instruction: string, result: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const { blocks } = await read(
      word(
        [
          p(
            `${r('See ')}<w:hyperlink r:id="web" w:anchor="note">${r('this')}</w:hyperlink>${field(' HYPERLINK "https://example.com/?a=1" ', 'that')}${field(' PAGE ', '3')}`,
          ),
          p(`<w:r><w:ruby><w:rt>${r('とうにょうびょう')}</w:rt><w:rubyBase>${r('糖尿病')}</w:rubyBase></w:ruby></w:r>${r('を治す')}`),
          p(`${r('Calm')}<w:r><w:sym w:font="Symbol" w:char="F02A"/></w:r>`),
          `<w:sdt><w:sdtContent>${p(`<w:sdt><w:sdtContent>${r('Controlled')}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>`,
        ].join(''),
      ),
    )
    expect(blocks.map(({ text }) => text)).toEqual(['See thisthat3', '糖尿病を治す', 'Calm*', 'Controlled'])
    expect(blocks[0]!.marks.map((mark) => (mark.kind === 'link' ? [mark.href, mark.at] : mark.kind))).toEqual([
      ['https://example.org/#note', { from: 4, to: 8 }],
      ['https://example.com/?a=1', { from: 8, to: 12 }],
    ])
    expect(blocks[1]!.marks.map(({ kind }) => kind)).toEqual(['ruby-base'])
  })

  it('counts columns over merged cells and skips the continued ones', async () => {
    const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(r(text))}</w:tc>`
    const { blocks } = await read(
      word(
        `<w:tbl><w:tr>${cell('a', '<w:gridSpan w:val="2"/>')}${cell('b', '<w:vMerge w:val="restart"/>')}</w:tr><w:tr>${cell('c')}${cell('d')}${cell('e', '<w:vMerge/>')}</w:tr></w:tbl>`,
      ),
    )
    expect(blocks.map(({ text, cell: at }) => [text, at?.row, at?.column, at?.header])).toEqual([
      ['a', 0, 0, true],
      ['b', 0, 2, true],
      ['c', 1, 0, false],
      ['d', 1, 1, false],
    ])
  })

  it.each([
    ['text', bytes('It treats gout.'), 'no Word document'],
    ['an old .doc, or one with a password', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'password'],
    ['a torn archive', word(p(r('x'))).subarray(0, 200), 'damaged zip'],
    ['another archive', zipSync({ 'a.txt': bytes('x') }), 'no Word document'],
    ['broken XML', word('<w:p><w:r>'), 'word/document.xml in it is no well-formed XML'],
    [
      'a spreadsheet',
      zipSync({
        '_rels/.rels': bytes(`<Relationships><Relationship Id="1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
        'xl/workbook.xml': bytes('<workbook/>'),
      }),
      'none of Word',
    ],
    ['a bomb', zipSync({ 'word/document.xml': new Uint8Array(70 * 1024 * 1024) }), 'too much'],
    ['a deep nest', word('<w:p>'.repeat(5000) + '</w:p>'.repeat(5000)), 'nests'],
  ])('%s is refused with what was found', async (_, file, reason) => {
    await expect(docx.open!(file)).rejects.toThrow(reason)
  })
})
