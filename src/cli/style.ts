import { plain, type Style } from '../reporters/style.js'
import type { Streams } from './streams.js'

/** Colour on a terminal, unless `NO_COLOR`, `FORCE_COLOR` or an option says otherwise. chalk is loaded only then. */
export async function styleFor(isForReader: boolean, option: boolean | undefined, streams: Streams): Promise<Style> {
  if (!isForReader || !wantsColour(option, streams)) return plain
  const { Chalk } = await import('chalk')
  const chalk = new Chalk({ level: 1 })
  return {
    bold: chalk.bold,
    grey: chalk.grey,
    red: chalk.red,
    yellow: chalk.yellow,
    blue: chalk.blue,
    green: chalk.green,
    cyan: chalk.cyan,
  }
}

function wantsColour(option: boolean | undefined, { env, stdout }: Streams): boolean {
  if (option !== undefined) return option
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  return stdout.isTTY === true && env.TERM !== 'dumb'
}
