import type { Run } from './report.js'
import type { Ui } from './style.js'

export type Render = (run: Run, ui: Ui) => string

/** Reporters by name, loaded when asked for. */
export const reporters: Readonly<Record<string, () => Promise<Render>>> = {
  pretty: async () => (await import('./pretty.js')).render,
  json: async () => (await import('./json.js')).render,
}
