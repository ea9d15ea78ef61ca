import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { main } from '../../../src/cli/main.js'
import type { Claim } from '../../../src/core/claim.js'
import type { Article, ReadBlock } from '../../../src/core/document.js'
import type { Finding } from '../../../src/core/finding.js'
import type { Sentence } from '../../../src/core/sentence.js'
import { identityMap } from '../../../src/core/source-map.js'
import type { Engine } from '../../../src/lint/lint.js'
import type { FileResult } from '../../../src/lint/result.js'
import type { PackFile, RuleFile } from '../../../src/match/schema.js'

const rule = (id: string, more: Partial<RuleFile> = {}): RuleFile => ({
  id,
  title: { en: `Title of ${id}`, ja: `${id}の題` },
  severity: 'error',
  since: '0.1.0',
  legal: [{ cite: '21 CFR 101.93(g)(2)(i)', url: 'https://example.org/law' }],
  messages: { claim: { en: '“{words}” is a disease claim.', ja: '「{words}」は疾病の表現です。' } },
  suggestions: { reword: { en: 'Write about normal function.', ja: '正常な機能として書いてください。' } },
  examples: { invalid: [{ en: 'It [[treats gout]].' }], valid: [{ en: 'Can it treat gout?', because: 'question' }] },
  ...more,
})

const stubRules: readonly RuleFile[] = [
  rule('us-fda/disease-claim-explicit'),
  rule('us-fda/claim-not-linked', {
    aliases: ['us-fda/unlinked-claim'],
    fixable: true,
    options: { symbol: { default: '*', about: 'the symbol to add' } },
    messages: { unmarked: { en: 'No symbol leads from this claim to the disclaimer.', ja: 'この表現に記号がありません。' } },
  }),
  rule('evidence/uncited-study', { severity: 'warning', legal: [{ cite: '15 USC 45', verified: 'memory' }] }),
]

const stubPacks: readonly PackFile[] = ['us-fda', 'evidence'].map((id) => ({
  id,
  title: { en: id, ja: id },
  markets: id === 'us-fda' ? ['us'] : ['us', 'jp', 'eu'],
  asOf: '2026-01-31',
  reviewBy: '2026-07-31',
  precedence: [],
}))

/**
 * An engine that finds "treats <word>" and 治療 (error), "supports <word>" without `*` (error with a fix) and "studies show" (warning),
 * a block a line. It is a stand-in for reading and rules, so that the command line is tested alone.
 */
export const stubEngine: Engine = {
  rules: stubRules,
  packs: stubPacks,
  precedents: async () => [],
  async lint(source, { path, config, format }): Promise<FileResult> {
    const blocks: ReadBlock[] = []
    const findings: Finding[] = []
    const claims: Claim[] = []
    for (const line of source.matchAll(/[^\r\n]+/g)) {
      const text = line[0]
      const start = line.index
      const sentence: Sentence = {
        at: { from: 0, to: text.length },
        language: /[ぁ-ん]/.test(text) ? 'ja' : 'en',
        kind: 'statement',
        tokens: [],
        clauses: [],
        concepts: [],
        cues: [],
        effects: [],
        evidence: [],
      }
      const index = blocks.length
      blocks.push({
        role: text.startsWith('#') ? 'heading' : 'prose',
        text,
        map: identityMap(text, start),
        span: { start, end: start + text.length },
        marks: [],
        index,
        article: 0,
        is: 'text',
        silent: [],
        sentences: [sentence],
        namesProduct: false,
      })
      const report = (pattern: RegExp, id: string, message: string, severity: Finding['severity'], symbol?: string): void => {
        const setting = config.rules[id]?.severity
        for (const hit of text.matchAll(pattern)) {
          const span = { start: start + hit.index, end: start + hit.index + hit[0].length }
          const claim = `c${claims.length + 1}`
          claims.push({
            id: claim,
            kind: symbol ? 'structure-function' : 'disease',
            article: 0,
            block: index,
            sentence,
            parts: [span],
            span,
            language: sentence.language,
            hedged: false,
            attributed: false,
            citations: [],
            by: id,
          })
          if (setting === 'off') continue
          findings.push({
            rule: id,
            severity: setting ?? severity,
            span,
            message,
            data: { words: hit[0] },
            related: [],
            ...(symbol && { fix: [{ span: { start: span.end, end: span.end }, text: symbol }] }),
            suggestions: symbol ? [] : [{ desc: 'reword', edits: [] }],
            article: 0,
            claim,
          })
        }
      }
      report(/treats \w+|治療/g, 'us-fda/disease-claim-explicit', 'claim', 'error')
      report(/supports \w+(?!\w|\*)/g, 'us-fda/claim-not-linked', 'unmarked', 'error', '*')
      report(/studies show/g, 'evidence/uncited-study', 'claim', 'warning')
    }
    const article: Article = {
      blocks: { first: 0, end: blocks.length },
      span: { start: 0, end: source.length },
      markers: [],
      citations: [],
      references: [],
      referenceLists: [],
      notices: [],
    }
    return {
      path,
      document: { path, source, format: format ?? 'markdown', blocks, articles: [article], unread: [], comments: commentsOf(source) },
      claims,
      silent: [],
      findings: findings.sort((a, b) => a.span.start - b.span.start),
      suppressed: [],
      coverage: {
        language: [...new Set(blocks.flatMap((block) => block.sentences.map((sentence) => sentence.language)))].sort(),
        sentences: blocks.length,
        characters: source.length,
        unread: [],
      },
      crashed: [],
    }
  },
}

const commentsOf = (source: string) =>
  [...source.matchAll(/<!--([^>]*)-->/g)].map((hit) => ({
    text: hit[1]!.trim(),
    span: { start: hit.index, end: hit.index + hit[0].length },
  }))

/** A temporary folder with these files. */
export function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'claimlint-')))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), content)
  }
  return root
}

export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the command line in a folder, with the stub engine unless another is given. */
export async function run(
  cwd: string,
  argv: readonly string[],
  more: {
    readonly stdin?: string | Uint8Array
    readonly env?: Record<string, string>
    readonly engine?: Engine
    readonly signal?: AbortSignal
  } = {},
): Promise<Outcome> {
  let out = ''
  let err = ''
  const code = await main(
    argv,
    {
      stdin: (async function* () {
        yield typeof more.stdin === 'string' ? new TextEncoder().encode(more.stdin) : (more.stdin ?? new Uint8Array())
      })(),
      stdout: { write: (text: string) => (out += text) },
      stderr: { write: (text: string) => (err += text) },
      cwd,
      env: more.env ?? {},
      today: '2026-06-15',
      interrupted: () => more.signal ?? AbortSignal.abort(),
    },
    async () => more.engine ?? stubEngine,
  )
  return { code, out, err }
}
