import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { makeFolder } from './make-folder.js'

/** The folders where files may lie that a run makes for the next one, best first: the user's cache, then a folder of the user's own among temporary files. */
export function cacheFolders(env: NodeJS.ProcessEnv = process.env): string[] {
  const xdg = env.XDG_CACHE_HOME
  const userCache = xdg && isAbsolute(xdg) ? xdg : homeCache()
  const temporary = join(tmpdir(), `claimlint-${process.getuid?.() ?? 'user'}`)
  return userCache === undefined ? [temporary] : [join(userCache, 'claimlint'), temporary]
}

/** `~/.cache`; undefined for a user without a home, as in a container that runs under a number of its own. */
function homeCache(): string | undefined {
  try {
    return join(homedir(), '.cache')
  } catch {
    return undefined
  }
}

/** The bytes of a file, in memory that `allocate` gives for its size; undefined when it is not there, not readable, or written by another user (root is trusted). */
export function readTrusted<Bytes extends Uint8Array>(path: string, allocate: (size: number) => Bytes | undefined): Bytes | undefined {
  let handle: number | undefined
  try {
    handle = openSync(path, 'r')
    const { size, uid } = fstatSync(handle)
    const isTrusted = process.getuid === undefined || uid === process.getuid() || uid === 0
    const bytes = isTrusted ? allocate(size) : undefined
    return bytes && readSync(handle, bytes, 0, size, 0) === size ? bytes : undefined
  } catch {
    return undefined
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

/**
 * Writes under a name of its own and renames, so that no other process ever sees half a file and the last of two writers wins with
 * a whole one. False when the folder cannot be written.
 */
export function writeWhole(folder: string, name: string, bytes: Uint8Array): boolean {
  const path = join(folder, name)
  const draft = `${path}.${process.pid}-${process.hrtime.bigint()}`
  try {
    makeFolder(folder, 0o700)
    writeFileSync(draft, bytes, { flag: 'wx' })
    renameSync(draft, path)
    return true
  } catch {
    if (existsSync(draft)) rmSync(draft, { force: true })
    return false
  }
}

/** Of the files of such names keeps those written last, so many; what cannot be removed stays. */
export function keepNewest(folder: string, names: RegExp, count: number): void {
  try {
    const paths = readdirSync(folder).flatMap((name) => (names.test(name) ? [join(folder, name)] : []))
    if (paths.length <= count) return
    const written = new Map(paths.map((path) => [path, statSync(path).mtimeMs]))
    paths.sort((a, b) => written.get(b)! - written.get(a)!)
    for (const path of paths.slice(count)) rmSync(path, { force: true })
  } catch {
    // another process tidies too
  }
}
