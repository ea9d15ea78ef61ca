import { Command } from 'commander'
import type { Locale } from '../core/config.js'
import { reporters } from '../reporters/index.js'
import { inventories } from '../reporters/inventories.js'
import type { BaselineOptions } from './commands/baseline.js'
import type { ClaimsOptions } from './commands/claims.js'
import type { ExplainOptions } from './commands/explain.js'
import type { InitOptions } from './commands/init.js'
import type { InspectOptions } from './commands/inspect.js'
import type { LintOptions } from './commands/lint.js'
import type { RulesOptions } from './commands/rules.js'
import type { WaiversOptions } from './commands/waivers.js'
import { Help, type HelpText } from './help.js'
import type { CommonOptions, Session } from './session.js'
import type { Streams } from './streams.js'
import { version } from './version.js'

/** Runs a command's code with a session made from its options. */
export type Run = (command: (session: Session) => Promise<number>, options: CommonOptions) => Promise<void>

/** All commands and options. Each command's code is loaded when it runs. */
export function program(streams: Streams, locale: Locale, run: Run): Command {
  const help = new Help(locale)
  const root = new Command('claimlint')
  const command = (name: string, text: HelpText, options: { readonly isDefault?: boolean } = {}): Command =>
    root.command(name, options).description(help.text(text)).helpOption('-h, --help', help.text('help'))
  root
    .description(help.text('claimlint'))
    .version(version, '-v, --version', help.text('version'))
    .helpOption('-h, --help', help.text('help'))
    .helpCommand(false)
    .exitOverride()
    .configureHelp({ styleTitle: (title) => help.title(title) })
    .configureOutput({ writeOut: (text) => streams.stdout.write(text), writeErr: (text) => streams.stderr.write(text) })
    .showSuggestionAfterError()
    .showHelpAfterError(help.text('hint'))

  const lint = reporting(reading(command('lint', 'lint', { isDefault: true }), help), help)
    .option('--fix', help.text('fix'))
    .option('--fix-dry-run', help.text('fixDryRun'))
    .option('--fail-on <severity>', help.text('failOn'), 'error')
    .option('--max-warnings <n>', help.text('maxWarnings'))
    .option('--quiet', help.text('quiet'))
    .option('--report-unused-waivers', help.text('reportUnusedWaivers'))
    .option('--watch', help.text('watch'))
    .option('--cache', help.text('cache'))
    .option('--no-cache', help.text('noCache'))
    .option('--cache-location <folder>', help.text('cacheLocation'))
    .option('--concurrency <n|auto>', help.text('concurrency'), 'auto')
    .option('--timing', help.text('timing'))
    .action((paths: string[], options: LintOptions) =>
      run(async (session) => {
        if (!options.watch) return (await import('./commands/lint.js')).lintCommand(paths, session, options)
        const { watchCommand } = await import('./commands/watch.js')
        return watchCommand(paths, () => session.with(streams), options, streams.interrupted())
      }, options),
    )
  root.addHelpText('after', () => `\n${help.text('ofLint')}\n\n${lint.helpInformation()}`)

  reading(command('claims', 'claims'), help)
    .option('-f, --format <name>', help.text('formatOne', Object.keys(inventories)), 'json')
    .option('-o, --output-file <file>', help.text('outputFile'))
    .action((paths: string[], options: ClaimsOptions) =>
      run(async (session) => (await import('./commands/claims.js')).claimsCommand(paths, session, options), options),
    )
  configured(command('explain', 'explain'), help)
    .argument('<rule | file:line>', help.text('ruleOrPlace'))
    .option('--ext <.ext=format>', help.text('ext'), collect)
    .option('--color', help.text('color'))
    .option('--no-color', help.text('noColor'))
    .action((what: string, options: ExplainOptions) =>
      run(async (session) => (await import('./commands/explain.js')).explainCommand(what, session, options), options),
    )
  configured(command('rules', 'rules'), help)
    .option('-f, --format <name>', help.text('formatOne', ['text', 'json', 'md']), 'text')
    .action((options: RulesOptions) =>
      run(async (session) => (await import('./commands/rules.js')).rulesCommand(session, options), options),
    )
  configured(command('inspect', 'inspect'), help)
    .argument('<file>', help.text('file'))
    .option('--stage <list>', help.text('stage'))
    .option('--ext <.ext=format>', help.text('ext'), collect)
    .option('--stdin-filename <name>', help.text('stdinFilename'))
    .action((file: string, options: InspectOptions) =>
      run(async (session) => (await import('./commands/inspect.js')).inspectCommand(file, session, options), options),
    )
  reading(command('baseline', 'baseline'), help)
    .option('-o, --output-file <file>', help.text('baselineOutput'))
    .action((paths: string[], options: BaselineOptions) =>
      run(async (session) => (await import('./commands/baseline.js')).baselineCommand(paths, session, options), options),
    )
  reading(command('waivers', 'waivers'), help)
    .option('-f, --format <name>', help.text('formatOne', ['text', 'csv', 'json']), 'text')
    .action((paths: string[], options: WaiversOptions) =>
      run(async (session) => (await import('./commands/waivers.js')).waiversCommand(paths, session, options), options),
    )
  configured(command('test-rules', 'testRules'), help)
    .argument('<folder>', help.text('folder'))
    .action((folder: string, options: CommonOptions) =>
      run(async (session) => (await import('./commands/test-rules.js')).testRulesCommand(folder, session), options),
    )
  configured(command('print-config', 'printConfig'), help)
    .argument('<file>', help.text('file'))
    .action((file: string, options: CommonOptions) =>
      run(async (session) => (await import('./commands/print-config.js')).printConfigCommand(file, session), options),
    )
  command('init', 'init')
    .option('--market <list>', help.text('market'))
    .option('--locale <en|ja>', help.text('locale'))
    .option('--pre-commit', help.text('preCommit'))
    .option('--github', help.text('github'))
    .option('--force', help.text('force'))
    .action((options: InitOptions) => run(async (session) => (await import('./commands/init.js')).initCommand(session, options), options))
  return root
}

/** What every command that reads articles takes. */
function reading(command: Command, help: Help): Command {
  return configured(command, help)
    .argument('[paths...]', help.text('paths'))
    .option('--stdin', help.text('stdin'))
    .option('--stdin-filename <name>', help.text('stdinFilename'))
    .option('--ignore-pattern <glob>', help.text('ignorePattern'), collect)
    .option('--no-ignore', help.text('noIgnore'))
    .option('--ext <.ext=format>', help.text('ext'), collect)
    .option('--files-from <file>', help.text('filesFrom'))
    .option('-0', help.text('nul'))
    .option('--staged', help.text('staged'))
    .option('--since <revision>', help.text('since'))
    .option('--shard <i/n>', help.text('shard'))
    .option('--allow-empty', help.text('allowEmpty'))
    .option('--tokenizer <name>', help.text('tokenizer'))
}

function reporting(command: Command, help: Help): Command {
  return command
    .option('-f, --format <name[=file]>', help.text('format', Object.keys(reporters)), collect)
    .option('-o, --output-file <file>', help.text('outputFile'))
    .option('--color', help.text('color'))
    .option('--no-color', help.text('noColor'))
}

function configured(command: Command, help: Help): Command {
  return command
    .option('-c, --config <file>', help.text('config'))
    .option('--no-config', help.text('noConfig'))
    .option('--allow-js-config', help.text('allowJsConfig'))
    .option('--market <list>', help.text('market'))
    .option('--locale <en|ja>', help.text('locale'))
    .option("--rule <'id: severity'>", help.text('rule'), collect)
    .option('--baseline <file>', help.text('useBaseline'))
}

const collect = (value: string, before: readonly string[] = []): string[] => [...before, value]
