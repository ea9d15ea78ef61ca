import type { ListedDocument } from './inventory.js'

/** `{ schemaVersion, documents }`: the inventory as it is. */
export const render = (documents: readonly ListedDocument[]): string => `${JSON.stringify({ schemaVersion: 1, documents }, null, 2)}\n`
