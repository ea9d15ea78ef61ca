const colors = { 31: '#ff7b72', 32: '#7ee787', 33: '#e3b341', 34: '#79c0ff', 35: '#d2a8ff', 36: '#56d4dd', 90: '#8b949e' }
const [cellWidth, lineHeight, padding] = [8.4, 19, 16]

/** Columns of a letter in a terminal: two for East Asian wide ones. */
const columns = (letter) =>
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(letter) ? 2 : 1
const widthOf = (text) => [...text].reduce((sum, letter) => sum + columns(letter), 0)
const xml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/**
 * What a terminal shows, as SVG: text with ANSI colours, a run of letters a `<text>`, each at its column.
 * @param {string} output
 * @param {string} title for readers who do not see it
 */
export function terminalPicture(output, title) {
  const lines = output.trimEnd().split('\n')
  const rows = lines.flatMap((line, row) => {
    let [column, color, bold] = [0, '', false]
    return line.split(/(\x1b\[\d+m)/).flatMap((part) => {
      const code = Number(/^\x1b\[(\d+)m$/.exec(part)?.[1] ?? Number.NaN)
      if (code === 39 || code === 0) color = ''
      if (code in colors) color = colors[code]
      if (code === 1) bold = true
      if (code === 22 || code === 0) bold = false
      if (!Number.isNaN(code)) return []
      const words = part.trim()
      const x = padding + (column + part.length - part.trimStart().length) * cellWidth
      column += widthOf(part)
      if (words === '') return []
      const style = `${color ? ` fill="${color}"` : ''}${bold ? ' font-weight="bold"' : ''}`
      const y = padding + (row + 0.75) * lineHeight
      return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" textLength="${(widthOf(words) * cellWidth).toFixed(1)}"${style}>${xml(words)}</text>`
    })
  })
  const plain = lines.map((line) => line.replace(/\x1b\[\d+m/g, ''))
  const width = Math.ceil(2 * padding + Math.max(...plain.map(widthOf)) * cellWidth)
  const height = Math.ceil(2 * padding + lines.length * lineHeight)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${xml(title)}" font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,'Noto Sans Mono CJK JP',monospace" font-size="14" fill="#e6edf3">
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
${rows.join('\n')}
</svg>
`
}
