import { CommanderError } from 'commander'
import type { Locale } from '../core/config.js'
import { SetupError } from '../core/setup-error.js'
import { CliError } from './cli-error.js'
import type { MakeEngine } from './engines.js'
import { program } from './program.js'
import { environmentLocale, Session } from './session.js'
import { processStreams, type Streams } from './streams.js'

/**
 * Runs the command line: arguments without `node` and script. Findings go to stdout, everything else to stderr. Returns the exit code:
 * 0 nothing to report, 1 findings, 2 the job could not be done. Never throws for what a user did.
 */
export async function main(argv: readonly string[], streams: Streams = processStreams(), makeEngine?: MakeEngine): Promise<number> {
  let exitCode = 0
  try {
    const commands = program(streams, helpLocale(argv, streams), async (command, options) => {
      exitCode = await command(new Session(streams, options, makeEngine))
    })
    await commands.parseAsync(argv, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    streams.stderr.write(`claimlint: ${explain(error, streams)}\n`)
    return 2
  }
}

/** The language of `--help`: asked for before options are read. */
function helpLocale(argv: readonly string[], streams: Streams): Locale {
  const at = argv.findIndex((argument) => argument === '--locale' || argument.startsWith('--locale='))
  const asked = at < 0 ? undefined : (argv[at]!.split('=')[1] ?? argv[at + 1])
  return asked === 'ja' || asked === 'en' ? asked : (environmentLocale(streams.env) ?? 'en')
}

/** What went wrong in a sentence; a stack only for those who ask for it. */
function explain(error: unknown, streams: Streams): string {
  if (error instanceof CliError || error instanceof SetupError) return error.message
  if (!(error instanceof Error)) return String(error)
  if (streams.env.CLAIMLINT_DEBUG) return String(error.stack)
  return `${error.message} (this is a defect of claimlint; CLAIMLINT_DEBUG=1 shows where)`
}
