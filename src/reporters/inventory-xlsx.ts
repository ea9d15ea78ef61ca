import type { Locale } from '../core/config.js'
import type { ListedDocument } from './inventory.js'
import { type Cell, claimTable } from './inventory-csv.js'
import { markerHeader, markerRows } from './inventory-md.js'
import { ledgerWords } from './ledger-words.js'
import { xml } from './xml.js'
import { zip } from './zip.js'

interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
}

/**
 * A workbook of three sheets: claims, markers with their notes, references (ECMA-376). All text is an inline string, which no spreadsheet
 * takes for a formula.
 */
export function render(documents: readonly ListedDocument[], locale: Locale): Uint8Array {
  const word = (key: keyof typeof ledgerWords): string => ledgerWords[key][locale]
  const articles = documents.flatMap(({ filePath, articles }) => articles.map((article) => ({ filePath, article })))
  const sheets: Sheet[] = [
    { name: word('claims'), rows: claimTable(documents) },
    {
      name: word('markers'),
      rows: [
        ['file', ...markerHeader(word)],
        ...articles.flatMap(({ filePath, article }) => markerRows(article, word('leadsNowhere')).map((row) => [filePath, ...row])),
      ],
    },
    {
      name: word('references'),
      rows: [
        ['file', word('label'), word('line'), word('text'), 'doi', 'pmid', 'url', word('citedIn'), word('claims'), word('missing')],
        ...articles.flatMap(({ filePath, article }) =>
          article.references.map(({ label, id, line, text, doi, pmid, url, citedInLines, citedBy, missing }) => [
            filePath,
            label ?? id,
            line,
            text,
            doi,
            pmid,
            url,
            citedInLines.join(', '),
            citedBy.join(', '),
            missing.join(', '),
          ]),
        ),
      ],
    },
  ]
  return zip({
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(sheets),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, i): [string, string] => ['worksheet', `worksheets/sheet${i + 1}.xml`]),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styles,
    ...Object.fromEntries(sheets.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, worksheet(sheet)])),
  })
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaging = 'http://schemas.openxmlformats.org/package/2006'

function contentTypes(sheets: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const override = (part: string, kind: string): string => `<Override PartName="/xl/${part}" ContentType="${type}.${kind}+xml"/>`
  const list = Array.from({ length: sheets }, (_, i) => override(`worksheets/sheet${i + 1}.xml`, 'worksheet'))
  return `${head}<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook.xml', 'sheet.main')}${override('styles.xml', 'styles')}${list.join('')}</Types>`
}

const relationships = (targets: readonly (readonly [string, string])[]): string =>
  `${head}<Relationships xmlns="${packaging}/relationships">${targets.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${office}/${type}" Target="${target}"/>`).join('')}</Relationships>`

const workbook = (sheets: readonly Sheet[]): string =>
  `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.map(({ name }, i) => `<sheet name="${xml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`

/** Style 0 is plain, 1 bold (headings), 2 wraps its text. */
const styles = `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf></cellXfs></styleSheet>`

function worksheet({ rows }: Sheet): string {
  const columns = rows[0]!.length
  const body = rows.map((row, r) => `<row r="${r + 1}">${row.map((value, c) => cell(value, c, r)).join('')}</row>`)
  const widths = rows[0]!.map((_, c) => {
    const longest = Math.max(...rows.slice(0, 200).map((row) => String(row[c] ?? '').length))
    return `<col min="${c + 1}" max="${c + 1}" width="${Math.min(60, Math.max(8, longest + 2))}" customWidth="1"/>`
  })
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  return `${head}<worksheet xmlns="${main}">${view}<cols>${widths.join('')}</cols><sheetData>${body.join('')}</sheetData><autoFilter ref="A1:${columnName(columns - 1)}${rows.length}"/></worksheet>`
}

/** A cell holds no more characters than this. */
const longestText = 32_767

function cell(value: Cell, column: number, row: number): string {
  const at = `r="${columnName(column)}${row + 1}" s="${row === 0 ? 1 : 2}"`
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'number') return `<c ${at}><v>${value}</v></c>`
  if (typeof value === 'boolean') return `<c ${at} t="b"><v>${value ? 1 : 0}</v></c>`
  // Excel reads _x0041_ as a letter by its number; an escaped underscore keeps the text as it is.
  const text = value.slice(0, longestText).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${xml(text)}</t></is></c>`
}

/** 0 is A, 26 is AA. */
const columnName = (index: number): string =>
  (index < 26 ? '' : columnName(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))
