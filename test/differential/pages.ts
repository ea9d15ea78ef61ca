/** A small generator with a seed: same seed, same pages, on every machine. */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const WORDS =
  'magnesium supports memory* sleep **bold** _it_ *em* insomnia treats `code` [link](https://a.example/x) [1] [^1] [^n] <b>bold</b> a&amp;b &nbsp; &copy; \\* \\_ 2~3 ~~old~~ H<sub>2</sub>O www.example.com https://b.example/p_q_r <br> ![alt text](i.png) ![](x.png) <https://c.example> [ref] [ref][] [text][ref] [no][such] ***both*** **a*b*c** snake_case_word __x__ *a _b_ c* 3*4*5 (*x*) "*y*" †note ※1 😀 𠮷野 don’t <!-- note --> <sup>1</sup> \\\\ a|b x\\|y'.split(
    ' ',
  )
const JAPANESE =
  'サポートします。*さらに維持します。* **強調**です **「強調」**です これは**強調。**です *記憶力* 記憶力* 不眠症を 治療 します。 マグネシウム、 （*注*） **注意：**本品は 。**次** [リンク](https://d.example/日本) `コード` ※個人の感想 ・項目 *1 _下線_ ｢*半角*｣ 〜 ＊全角＊ が**ん** 🇯🇵 ｱ**ｲ**ｳ 脳**を*支*える**'.split(
    ' ',
  )

/** A page of paragraphs, headings, lists, quotes, tables, code and footnotes in random order, English and Japanese mixed. */
export function generatePage(seed: number): string {
  const random = seeded(seed)
  const int = (max: number) => Math.floor(random() * max)
  const pick = <T>(from: readonly T[]): T => from[int(from.length)]!
  const newline = pick(['\n', '\n', '\r\n'])
  const inline = (most: number) => {
    const japanese = random() < 0.5
    return Array.from({ length: 1 + int(most) }, () => pick(japanese ? JAPANESE : WORDS)).join(japanese && random() < 0.7 ? '' : ' ')
  }
  const lines = () => Array.from({ length: 1 + int(3) }, () => inline(6) + pick(['', '', '', '  ', '\\', ' '])).join(newline)
  const indent = (text: string, by: string) => text.split(newline).join(newline + by)
  const list = (depth: number): string => {
    // A nested list that begins with another number than 1 is a known difference.
    const mark = pick(depth === 0 ? ['-', '*', '+', '1.', '2)'] : ['-', '*', '+', '1.', '1)'])
    const tight = pick([newline, newline + newline])
    return Array.from({ length: 1 + int(3) }, (_, i) => {
      const bullet = mark.length === 2 ? `${i + Number(mark[0])}${mark[1]}` : mark
      const pad = ' '.repeat(bullet.length + 1)
      const nested = depth < 2 && random() < 0.3 ? newline + pad + indent(list(depth + 1), pad) : ''
      return `${bullet} ${random() < 0.1 ? '[x] ' : ''}${indent(inline(5), random() < 0.5 ? pad : '')}${nested}`
    }).join(tight)
  }
  const table = () => {
    const width = 1 + int(3)
    const cell = () =>
      random() < 0.15
        ? ' '
        : inline(2)
            .replaceAll('|', '')
            .replace(/[\r\n]/g, '')
    const row = () => `| ${Array.from({ length: width }, cell).join(' | ')} |`
    return [row(), `|${' --- |'.repeat(width)}`, ...Array.from({ length: 1 + int(3) }, row)].join(newline)
  }
  const block = (): string =>
    pick([
      lines,
      lines,
      lines,
      () => `${'#'.repeat(1 + int(6))} ${inline(4)}${pick(['', ' #', ' ##'])}`,
      () => `${inline(4)}${newline}${pick(['===', '---'])}`,
      () => list(0),
      () => `> ${indent(random() < 0.7 ? lines() : `${lines()}${newline}${newline}${list(1)}`, random() < 0.8 ? '> ' : '')}`,
      table,
      () => `\`\`\`${newline}${inline(3)}${newline}\`\`\``,
      () => `<div>${newline}${pick(['plain', 'a &amp; b', '<b>x</b>y'])}${newline}</div>`,
      () => '***',
      () => `<!-- ${pick(['claimlint-disable', 'note'])} -->`,
    ])()
  const body = Array.from({ length: 2 + int(5) }, block)
  const foot = random() < 0.5 ? [`[^1]: ${indent(lines(), '    ')}`] : []
  const definitions = random() < 0.5 ? [`[ref]: https://ref.example "title"`] : []
  const page = [...body, ...foot, ...definitions].join(newline + newline) + pick(['', newline])
  return random() < 0.05 ? `\uFEFF${page}` : page
}
