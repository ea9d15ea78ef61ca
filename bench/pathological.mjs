// Inputs made to hang or to exhaust a linter: [text, seconds it may take, extension].
import { article } from './gen-corpus.mjs'

const options = { html: 0, dirty: 1, eol: 'lf' }
const english = article('path', 3, { ...options, mix: [['en', 1]] }).text.replace(/\s+/g, ' ')
const japanese = article('path', 5, { ...options, mix: [['ja', 1]] }).text.replace(/[\s、。]+/g, '')
const fill = (text, length) => text.repeat(Math.ceil(length / text.length)).slice(0, length)

export const pathological = {
  'one line of 10 MB': [fill(english, 10e6), 60, 'md'],
  '100k nested quotes': [`${'> '.repeat(1e5)}treats flu`, 20, 'md'],
  '200k asterisks': ['*'.repeat(2e5), 10, 'md'],
  '200k "*a "': ['*a '.repeat(2e5), 30, 'md'],
  '1 MB of [': ['['.repeat(1e6), 20, 'md'],
  '1 MB of [a](': ['[a]('.repeat(25e4), 30, 'md'],
  '2,000 list levels': [Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}- a`).join('\n'), 20, 'md'],
  'JA, 200k characters, no punctuation': [fill(japanese, 2e5), 20, 'md'],
  'JA, 100k x the same kana': ['ー'.repeat(1e5), 10, 'md'],
  'JA text + 1 MB of base64': [japanese.slice(0, 300) + fill('iVBORw0KGgoAAAANSUhEUgAA', 1e6), 20, 'md'],
  '300k nested <b>': ['<b>'.repeat(3e5), 20, 'html'],
  '1 MB of entities': ['&amp;'.repeat(2e5), 20, 'html'],
  '1 MB of "not "': [`${'not '.repeat(25e4)}treat`, 20, 'md'],
  'NUL and lone surrogates': ['a\u0000\ud800 treats \udc00 flu\n'.repeat(2e4), 20, 'md'],
  '125k footnote marks': ['[^1]'.repeat(125e3), 30, 'md'],
}
