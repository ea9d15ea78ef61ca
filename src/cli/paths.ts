import { isAbsolute, relative, sep } from 'node:path'

/** Forward slashes, as reports and patterns have them. */
export const toPosix = (path: string): string => (sep === '\\' ? path.replaceAll('\\', '/') : path)

/** A path as reports show it: relative to the working directory, absolute where it lies outside. */
export function shownPath(path: string, cwd: string): string {
  const own = relative(cwd, path)
  return toPosix(own.startsWith('..') || isAbsolute(own) ? path : own)
}

/**
 * A test for relative paths with forward slashes. A pattern without a slash matches a name in any folder, one that ends in a slash a
 * whole folder, as in .gitignore; `!` in front takes out again.
 */
export function matcher(patterns: readonly string[]): Promise<(path: string) => boolean> {
  let known = matchers.get(patterns)
  if (!known) {
    known = compile(patterns)
    matchers.set(patterns, known)
  }
  return known
}

/** A config's list is compiled once, however many files are held against it. */
const matchers = new WeakMap<readonly string[], Promise<(path: string) => boolean>>()

async function compile(patterns: readonly string[]): Promise<(path: string) => boolean> {
  if (patterns.length === 0) return () => false
  const { default: picomatch } = await import('picomatch')
  const tests = patterns.map((written) => {
    const isOut = written.startsWith('!')
    const glob = cleanPattern(isOut ? written.slice(1) : written)
    const options = { dot: true, ...(!glob.includes('/') && { basename: true }) }
    return { isOut, test: picomatch(glob, options) }
  })
  return (path) => tests.reduce((is, { isOut, test }) => (is === isOut && test(path) ? !isOut : is), false)
}

/** `./drafts/` and `drafts\**` from a Windows hand are `drafts/**`. A backslash before a letter or star is a separator, not an escape. */
const cleanPattern = (pattern: string): string => {
  const slashed = pattern.replace(/\\(?=[\w*.])/g, '/').replace(/^\.\//, '')
  return slashed.endsWith('/') ? `${slashed}**` : slashed
}

export const hasGlob = (path: string): boolean => /[*?{}[\]!]|\([^)]*\)/.test(path)
