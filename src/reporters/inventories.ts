import type { Locale } from '../core/config.js'
import type { ListedDocument } from './inventory.js'

export type RenderInventory = (documents: readonly ListedDocument[], locale: Locale) => string | Uint8Array

/** Formats of `claimlint claims`, loaded when asked for. */
export const inventories: Readonly<Record<string, () => Promise<RenderInventory>>> = {
  json: async () => (await import('./inventory-json.js')).render,
  csv: async () => (await import('./inventory-csv.js')).render,
  md: async () => (await import('./inventory-md.js')).render,
  html: async () => (await import('./inventory-html.js')).render,
  xlsx: async () => (await import('./inventory-xlsx.js')).render,
}
