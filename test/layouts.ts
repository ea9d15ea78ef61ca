type Layout = (page: string) => string

/** What opens a block in Markdown or plain text: a line that begins so is none that an editor wrapped. */
const OPENS_BLOCK = /^\s*(?:[-+*•]\s|\d+[.)]\s|[#>|<=~`:{\\]|-{2,}|[*†‡§¶※＊¹²³]|[[(（]|注)/
const isRunning = (line: string): boolean => !OPENS_BLOCK.test(line) && !/^\s*$|^\s{4}|\S {3,}\S|\t|[|│]/.test(line)

/** Running lines of a page rewritten; front matter, code and blocks of HTML are left alone. */
function mapRunning(page: string, rewrite: (line: string) => string): string {
  let [inFrontMatter, inCode, inHtml] = [page.startsWith('---\n'), false, false]
  return page
    .split('\n')
    .map((line, i) => {
      if (inFrontMatter) {
        inFrontMatter = i === 0 || !/^---\s*$/.test(line)
        return line
      }
      if (/^\s*(?:```|~~~)/.test(line)) inCode = !inCode
      if (/^\s*$/.test(line)) inHtml = false
      if (/^\s*<[a-z/!]/i.test(line)) inHtml = true
      return inCode || inHtml || !isRunning(line) ? line : rewrite(line)
    })
    .join('\n')
}

/** The line broken at spaces, as an editor does; left whole where what it carries over would open a block. */
function wrapped(line: string, width: number): string {
  const lines: string[] = []
  for (const word of line.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.slice(1).some((next) => OPENS_BLOCK.test(next) || /^[-–—\d]/.test(next)) ? line : lines.join('\n')
}

/** Every nth place that fits, so that the same page always gives the same variation. */
function everyNth(text: string, place: RegExp, n: number, put: string): string {
  let count = 0
  return text.replace(place, (found) => (count++ % n === n - 1 ? put : found))
}

const WORD_SPACE = /(?<=[\p{L},.]) (?=\p{L})/gu
const INSIDE_WORD = /(?<=[a-z]{3})(?=[a-z]{3})/g
const isPlain = (text: string): boolean => !/[<`\]&]|:\/\/|www\.|@/.test(text)
const withCrlf: Layout = (page) => page.replace(/\r?\n/g, '\r\n')

/** Text between tags rewritten; what no reader sees is left alone. */
function mapHtml(page: string, rewrite: (text: string) => string): string {
  let hidden = 0
  return page
    .split(/(<!--[\s\S]*?-->|<[^>]*>|\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|<\?[\s\S]*?\?>)/)
    .map((part, i) => {
      if (i % 2 === 0) return hidden > 0 ? part : rewrite(part)
      const tag = /^<(\/?)(?:script|style|pre|code|textarea|title|template|head|svg)\b/i.exec(part)
      if (tag) hidden += tag[1] ? -1 : 1
      return part
    })
    .join('')
}

const running: Readonly<Record<string, Layout>> = {
  'lines that end in CR LF': withCrlf,
  'lines wrapped at 40 columns': (page) => mapRunning(page, (line) => wrapped(line, 40)),
  'lines wrapped at 72 columns': (page) => mapRunning(page, (line) => wrapped(line, 72)),
  'no-break spaces': (page) => mapRunning(page, (line) => everyNth(line, WORD_SPACE, 4, '\u00a0')),
  'soft hyphens': (page) => mapRunning(page, (line) => (isPlain(line) ? everyNth(line, INSIDE_WORD, 5, '\u00ad') : line)),
  'spaces without width': (page) => mapRunning(page, (line) => (isPlain(line) ? everyNth(line, INSIDE_WORD, 7, '\u200b') : line)),
}

/** Other layouts of the same page by format: what a reader sees is the same, so what is found has to be. */
export const layouts: Readonly<Record<'md' | 'html' | 'txt', Readonly<Record<string, Layout>>>> = {
  md: {
    ...running,
    'spaces behind lines': (page) => page.replace(/(?<=[^\s-]|[|] ?-+) ?$/gm, ' '),
    'headings closed': (page) => page.replace(/^(#{1,3}) (.+)$/gm, '$1 $2 $1'),
  },
  txt: {
    ...running,
    'all of it indented': (page) => page.replace(/^(?=.)/gm, '    '),
  },
  html: {
    'lines that end in CR LF': withCrlf,
    'a line a word': (page) => mapHtml(page, (text) => text.replace(WORD_SPACE, '\n    ')),
    'no-break spaces': (page) => mapHtml(page, (text) => everyNth(text, WORD_SPACE, 3, '&nbsp;')),
    'soft hyphens': (page) => mapHtml(page, (text) => (isPlain(text) ? everyNth(text, INSIDE_WORD, 5, '&shy;') : text)),
    comments: (page) => mapHtml(page, (text) => everyNth(text, WORD_SPACE, 5, ' <!-- x -->')),
    'paragraphs as divisions': (page) => page.replace(/<p(\s[^>]*)?>/g, '<div$1>').replace(/<\/p>/g, '</div>'),
    'all of it in divisions': (page) =>
      /<(?:body|html|head)/i.test(page) ? page : `<div class="row"><div class="column">${page}</div></div>`,
  },
}
