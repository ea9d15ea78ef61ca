// The linters that claimlint is measured beside: other tools' cost for somebody who wires word lists into them. None of them checks what claimlint does.
// They are installed in a folder outside of this repository:
//   npm install --prefix DIR textlint textlint-rule-prh textlint-rule-ng-word textlint-rule-preset-ja-technical-writing remark-cli remark-preset-lint-recommended
import fs from 'node:fs'
import path from 'node:path'

const prhRules = `version: 1
rules:
  - expected: support
    pattern: /treats?|cures?|prevents?/
  - expected: 維持
    pattern: /治る|治療|予防|改善/
`

/** Peers installed in `folder`: name, language they are for (all without one), whether they are slow, and their command over files. */
export function peersIn(folder) {
  const bin = (name) => {
    const link = path.join(folder, 'node_modules/.bin', name)
    return fs.existsSync(link) ? ['node', fs.realpathSync(link)] : undefined
  }
  const config = (name, content) => {
    const file = path.join(folder, name)
    fs.writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
    return file
  }
  const peers = []
  const remark = bin('remark')
  if (remark) {
    const preset = path.join(folder, 'node_modules/remark-preset-lint-recommended/index.js')
    peers.push({ name: 'remark-cli + lint preset', command: (files) => [...remark, '-q', '--no-stdout', '-u', preset, ...files] })
  }
  const textlint = bin('textlint')
  if (textlint) {
    config('prh.yml', prhRules)
    const words = config('textlint.prh.json', {
      rules: { prh: { rulePaths: ['./prh.yml'] }, 'ng-word': { words: ['治る', '治療', '予防', '特効薬'] } },
    })
    peers.push({ name: 'textlint prh + ng-word', command: (files) => [...textlint, '-c', words, ...files] })
    const japanese = config('textlint.ja.json', { rules: { 'preset-ja-technical-writing': true } })
    peers.push({
      name: 'textlint ja preset (kuromoji)',
      language: 'ja',
      slow: true,
      command: (files) => [...textlint, '-c', japanese, ...files],
    })
  }
  return peers
}

/** Name and version of each package that was asked for. */
export function versionsIn(folder) {
  const { dependencies = {} } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
  const version = (name) => JSON.parse(fs.readFileSync(path.join(folder, 'node_modules', name, 'package.json'), 'utf8')).version
  return Object.fromEntries(Object.keys(dependencies).map((name) => [name, version(name)]))
}
