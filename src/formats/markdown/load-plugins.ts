import { pathToFileURL } from 'node:url'
import type { Pluggable } from 'unified'
import type { ReadOptions } from '../../core/block.js'
import { importModule } from '../../core/import-module.js'
import { UnreadableSource } from '../../core/unreadable.js'

const loaded = new Map<string, Promise<unknown>>()

/** Throws `UnreadableSource` for a plug-in that cannot be loaded: the page would be read as another one. */
export function loadAll(plugins: ReadOptions['plugins']): Promise<Pluggable[]> {
  return Promise.all(
    plugins.map(async ({ file, options }) => {
      let module = loaded.get(file)
      if (!module) {
        module = importModule(pathToFileURL(file).href)
        loaded.set(file, module)
      }
      const plugin = await module.then(
        (each) => (each as { default?: unknown }).default,
        (error: Error) => {
          throw new UnreadableSource(`the remark plug-in ${file} cannot be loaded: ${error.message.split('\n')[0]}`)
        },
      )
      if (typeof plugin !== 'function') throw new UnreadableSource(`the remark plug-in ${file} has no default export that is a function`)
      return (options === undefined ? plugin : [plugin, options]) as Pluggable
    }),
  )
}
