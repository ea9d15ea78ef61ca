import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ruleDocs } from '../src/build/rule-docs.js'

const markdownIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.md'))
    .sort()

describe('docs/rules', () => {
  const pages = ruleDocs('rules')

  it('has a page for every rule and no other', () => {
    expect(markdownIn('docs/rules')).toEqual([...pages.keys()].sort())
  })

  it('is what the rule files say (npm run docs writes it)', () => {
    const stale = [...pages].filter(([name, text]) => readFileSync(join('docs/rules', name), 'utf8') !== text).map(([name]) => name)
    expect(stale).toEqual([])
  })
})

const withoutCode = (text: string) => text.replace(/^( *)(`{3,})[\s\S]*?^ *\2/gm, '').replace(/`[^`\n]*`/g, '')

describe('the documentation', () => {
  const files = ['README.md', 'CONTRIBUTING.md', 'rules/README.md', ...markdownIn('docs').map((name) => `docs/${name}`)]

  it.each(files)('%s: its links within the project lead somewhere', (file) => {
    const targets = [...withoutCode(readFileSync(file, 'utf8')).matchAll(/(?<!\\)\]\((?!https?:|#|mailto:)([^)\s#]+)/g)].map(
      ([, target]) => target!,
    )
    expect(targets.filter((target) => !existsSync(join(dirname(file), decodeURI(target))))).toEqual([])
  })
})
