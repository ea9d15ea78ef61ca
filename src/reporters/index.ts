import type { Run } from './report.js'
import type { Ui } from './style.js'

/** Yields the report piece by piece: that of thousands of files is never whole in memory. */
export type Render = (run: Run, ui: Ui) => Iterable<string>

/** Reporters by name, loaded when asked for. */
export const reporters: Readonly<Record<string, () => Promise<Render>>> = {
  pretty: async () => (await import('./pretty.js')).render,
  json: async () => (await import('./json.js')).render,
  sarif: async () => (await import('./sarif.js')).render,
  github: async () => (await import('./github.js')).render,
  gitlab: async () => (await import('./gitlab.js')).render,
  junit: async () => (await import('./junit.js')).render,
  checkstyle: async () => (await import('./checkstyle.js')).render,
  rdjson: async () => (await import('./rdjson.js')).render,
  unix: async () => (await import('./unix.js')).render,
  html: async () => (await import('./html.js')).render,
  csv: async () => (await import('./csv.js')).render,
}
