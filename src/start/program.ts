/** What `startProgram` runs: the command line, and the work of a thread. */
export { main } from '../cli/main.js'
export { importThrough } from '../core/import-module.js'
export { work } from '../fast/work.js'
