import { dirname, resolve } from 'node:path'
import { withBases } from '../config/resolve.js'
import { shownPath } from '../paths.js'
import type { Session } from '../session.js'

/** The settings that apply to a file and where each comes from, as JSON. The file need not exist. */
export async function printConfigCommand(file: string, session: Session): Promise<number> {
  const { cwd, stdout } = session.streams
  const path = resolve(cwd, file)
  const settings = await session.settings(path)
  const configs = (await session.finder.cascade(dirname(path))).flatMap(withBases)
  const show = (origin: string): string =>
    origin.replace(/^(.*?)(?= overrides\[|$)/, (each) => (each.startsWith('/') || /^[A-Za-z]:/.test(each) ? shownPath(each, cwd) : each))
  const { lint, origins, packs, format, waivers, baseline } = settings
  const value = {
    filePath: shownPath(path, cwd),
    configFiles: configs.map((config) => shownPath(config.path, cwd)),
    config: {
      ...lint,
      ...(format && { format }),
      packs: packs.map((pack) => shownPath(pack, cwd)),
      ...(waivers && { waivers: shownPath(waivers, cwd) }),
      ...(baseline && { baseline: shownPath(baseline, cwd) }),
    },
    origins: Object.fromEntries(Object.entries(origins).map(([key, origin]) => [key, show(origin)])),
  }
  stdout.write(`${JSON.stringify(value, null, 2)}\n`)
  return 0
}
