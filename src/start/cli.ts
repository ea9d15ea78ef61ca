import { startProgram } from './start.js'

/** The command: what `bin/claimlint.js` loads. */
const { program, keep } = startProgram()
void program.main(process.argv.slice(2)).then((code) => {
  process.exitCode = code
  keep()
})
