import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { SetupError } from '../../core/setup-error.js'
import type { RawConfig, RawPlugin, RawSettings } from './validate.js'

/**
 * The config with its remark plug-ins as absolute files. They are code and run with the user's rights, so that only `--allow-js-config`
 * lets them in. Throws `SetupError` without it, or when one is not installed.
 */
export function withPluginFiles(raw: RawConfig, config: string, allowCode: boolean): RawConfig {
  const located = <Settings extends RawSettings>(settings: Settings): Settings => {
    const plugins = settings.markdown?.plugins
    if (!plugins || plugins.length === 0) return settings
    if (!allowCode) {
      throw new SetupError({ file: config, found: 'remark plug-ins, which are code', expected: 'none, or the option --allow-js-config' })
    }
    return { ...settings, markdown: { ...settings.markdown, plugins: plugins.map((plugin) => locate(plugin, config)) } }
  }
  return { ...located(raw), ...(raw.overrides && { overrides: raw.overrides.map(located) }) }
}

function locate(plugin: RawPlugin, config: string): RawPlugin {
  const [name, options] = typeof plugin === 'string' ? [plugin] : plugin
  const file = /^\.{0,2}[/\\]|^[A-Za-z]:[/\\]/.test(name) ? resolve(dirname(config), name) : packageFile(name, config)
  if (file && existsSync(file)) return options ? [file, options] : [file]
  throw new SetupError({
    file: config,
    found: `the remark plug-in "${name}", which is no ${file ? 'file' : 'installed package'}`,
    expected: 'a package, or a path that begins with ./',
  })
}

/** The file a package gives to `import`. */
function packageFile(name: string, config: string): string | undefined {
  try {
    return createRequire(config).resolve(name)
  } catch {
    // A package for `import` alone says so where `require` does not look.
  }
  for (let folder = dirname(config); ; folder = dirname(folder)) {
    const home = join(folder, 'node_modules', name)
    if (existsSync(join(home, 'package.json'))) {
      const { exports: own, main } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
      const entry = own?.['.'] ?? own
      const file = entry?.import?.default ?? entry?.import ?? entry?.default ?? entry ?? main ?? 'index.js'
      return typeof file === 'string' ? join(home, file) : undefined
    }
    if (folder === dirname(folder)) return undefined
  }
}
