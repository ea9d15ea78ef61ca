import { Command, CommanderError, Option } from 'commander'
import { SetupError } from '../core/setup-error.js'
import { reporters } from '../reporters/index.js'
import { CliError } from './cli-error.js'
import type { BaselineOptions } from './commands/baseline.js'
import type { ClaimsOptions } from './commands/claims.js'
import type { ExplainOptions } from './commands/explain.js'
import type { InitOptions } from './commands/init.js'
import type { InspectOptions } from './commands/inspect.js'
import type { LintOptions } from './commands/lint.js'
import type { RulesOptions } from './commands/rules.js'
import type { WaiversOptions } from './commands/waivers.js'
import { type CommonOptions, type MakeEngine, Session } from './session.js'
import { processStreams, type Streams } from './streams.js'
import { version } from './version.js'

/**
 * Runs the command line: arguments without `node` and script. Findings go to stdout, everything else to stderr. Returns the exit code:
 * 0 nothing to report, 1 findings, 2 the job could not be done. Never throws for what a user did.
 */
export async function main(argv: readonly string[], streams: Streams = processStreams(), makeEngine?: MakeEngine): Promise<number> {
  let exitCode = 0
  const run = (command: (session: Session) => Promise<number>, options: CommonOptions): Promise<void> =>
    command(new Session(streams, options, makeEngine)).then((code) => {
      exitCode = code
    })
  try {
    await program(streams, run).parseAsync(argv, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    streams.stderr.write(`claimlint: ${explain(error, streams)}\n`)
    return 2
  }
}

/** What went wrong in a sentence; a stack only for those who ask for it. */
function explain(error: unknown, streams: Streams): string {
  if (error instanceof CliError || error instanceof SetupError) return error.message
  if (!(error instanceof Error)) return String(error)
  return streams.env.CLAIMLINT_DEBUG
    ? String(error.stack)
    : `${error.message} (this is a defect of claimlint; CLAIMLINT_DEBUG=1 shows where)`
}

type Run = (command: (session: Session) => Promise<number>, options: CommonOptions) => Promise<void>

function program(streams: Streams, run: Run): Command {
  const root = new Command('claimlint')
    .description('Lints health claims in articles about supplements, English and Japanese.')
    .version(version, '-v, --version')
    .exitOverride()
    .configureOutput({ writeOut: (text) => streams.stdout.write(text), writeErr: (text) => streams.stderr.write(text) })
    .showSuggestionAfterError()
    .showHelpAfterError('(claimlint --help lists all commands and options)')

  reporting(reading(root.command('lint', { isDefault: true }).description('lint files, folders, globs (the default)')))
    .option('--fix', 'apply the safe fixes')
    .option('--fix-dry-run', 'print the safe fixes as a unified diff, write nothing')
    .option('--fail-on <severity>', 'lowest severity that makes exit code 1: error, warning, info', 'error')
    .option('--max-warnings <n>', 'exit 1 above this many warnings')
    .option('--quiet', 'report errors only')
    .option('--report-unused-waivers', 'report waivers that meet no finding')
    .option('--watch', 'lint again after every change')
    .action((paths: string[], options: LintOptions) =>
      run(async (session) => {
        if (!options.watch) return (await import('./commands/lint.js')).lintCommand(paths, session, options)
        const { watchCommand } = await import('./commands/watch.js')
        return watchCommand(paths, () => session.with(streams), options, streams.interrupted())
      }, options),
    )
  reading(root.command('claims').description('list every claim with marker, note, citations and verdict'))
    .option('-f, --format <name>', 'json, csv, md, html', 'json')
    .option('-o, --output-file <file>', 'write the list there')
    .action((paths: string[], options: ClaimsOptions) =>
      run(async (session) => (await import('./commands/claims.js')).claimsCommand(paths, session, options), options),
    )
  reading(root.command('baseline').description('write the findings of today into the baseline'))
    .option('-o, --output-file <file>', "the baseline (default: the config's, else claimlint-baseline.json)")
    .action((paths: string[], options: BaselineOptions) =>
      run(async (session) => (await import('./commands/baseline.js')).baselineCommand(paths, session, options), options),
    )
  reading(root.command('waivers').description('list every waiver and suppression with its age and reason'))
    .option('-f, --format <name>', 'text, csv, json', 'text')
    .action((paths: string[], options: WaiversOptions) =>
      run(async (session) => (await import('./commands/waivers.js')).waiversCommand(paths, session, options), options),
    )
  configured(root.command('explain').description('a rule (law, examples, how to fix), or what was understood at FILE:LINE'))
    .argument('<rule | file:line>')
    .option('--color', 'colour in any case')
    .option('--no-color', 'no colour')
    .action((what: string, options: ExplainOptions) =>
      run(async (session) => (await import('./commands/explain.js')).explainCommand(what, session, options), options),
    )
  configured(root.command('rules').description('list all rules'))
    .option('-f, --format <name>', 'text, json, md', 'text')
    .action((options: RulesOptions) =>
      run(async (session) => (await import('./commands/rules.js')).rulesCommand(session, options), options),
    )
  configured(root.command('inspect').description('what the engine saw in a file, as JSON'))
    .argument('<file>')
    .option('--stage <list>', 'blocks, sentences, effects, document, claims (default: all)')
    .option('--ext <.ext=format>', 'read this extension as markdown, html or text; repeatable', collect)
    .option('--stdin-filename <name>', 'name of what - brings')
    .action((file: string, options: InspectOptions) =>
      run(async (session) => (await import('./commands/inspect.js')).inspectCommand(file, session, options), options),
    )
  configured(root.command('print-config').description('the config that applies to a file, and where each value comes from'))
    .argument('<file>')
    .action((file: string, options: CommonOptions) =>
      run(async (session) => (await import('./commands/print-config.js')).printConfigCommand(file, session), options),
    )
  root
    .command('init')
    .description('write a commented config')
    .option('--market <list>', 'whose law applies: us, jp, eu')
    .option('--locale <en|ja>', 'language of messages')
    .option('--pre-commit', 'write .pre-commit-config.yaml too')
    .option('--github', 'write a GitHub workflow too')
    .option('--force', 'overwrite what is there')
    .action((options: InitOptions) => run(async (session) => (await import('./commands/init.js')).initCommand(session, options), options))
  return root
}

/** What every command that reads articles takes. */
function reading(command: Command): Command {
  return configured(command)
    .argument('[paths...]', 'files, folders, globs; - is standard input')
    .option('--stdin', 'read the article from standard input')
    .option('--stdin-filename <name>', 'its name: decides format and config')
    .option('--ignore-pattern <glob>', 'do not read these; repeatable', collect)
    .option('--no-ignore', 'neither ignores of the config nor .gitignore count')
    .option('--ext <.ext=format>', 'read this extension as markdown, html or text; repeatable', collect)
    .option('--files-from <file>', 'read the paths from a file, one a line; - is standard input')
    .option('-0', 'paths in --files-from end in NUL')
    .option('--staged', 'read what is staged in git, as a pre-commit hook needs it')
    .option('--since <revision>', 'only findings on lines changed since then')
    .option('--shard <i/n>', 'only the i-th of n parts of the files')
    .option('--allow-empty', 'no file matched is no error')
    .addOption(new Option('--tokenizer <name>', 'packed or kuromoji: same findings, for comparison'))
}

function reporting(command: Command): Command {
  return command
    .option('-f, --format <name[=file]>', `${Object.keys(reporters).join(', ')}; repeatable`, collect)
    .option('-o, --output-file <file>', 'write the report there')
    .option('--color', 'colour in any case')
    .option('--no-color', 'no colour')
}

function configured(command: Command): Command {
  return command
    .option('-c, --config <file>', 'use this config and no other')
    .option('--no-config', 'use no config file')
    .option('--allow-js-config', 'read a config that is code')
    .option('--market <list>', 'whose law applies: us, jp, eu (default: us)')
    .option('--locale <en|ja>', 'language of messages')
    .option("--rule <'id: severity'>", 'error, warn, info or off for one rule; repeatable', collect)
    .option('--baseline <file>', 'findings in this baseline are not reported')
}

const collect = (value: string, before: readonly string[] = []): string[] => [...before, value]
