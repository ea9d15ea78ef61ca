import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as actions from '@actions/core'
import { RDFormatValidator } from '@umbrelladocs/rdformat-validator'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { folder, run } from '../unit/cli/stub.js'

// Every format is read by a program that nobody here wrote. Those that npm does not bring are got by .ci/readers.

/** Microsoft's SARIF multitool: named by SARIF_MULTITOOL, or where .ci/readers puts it. */
const multitool = [
  process.env.SARIF_MULTITOOL,
  'node_modules/.cache/readers/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool',
].find((path) => path && existsSync(path))
const here = Object.fromEntries(['pre-commit', 'xmllint', 'junitparser'].map((command) => [command, spawnable(command, ['--version'])]))
const without = (missing: boolean, what: string) => {
  if (missing) console.warn(`test/cli/readers: skipped, ${what} is not here (.ci/readers installs it)`)
  return missing
}

function spawnable(command: string, argv: readonly string[]): boolean {
  try {
    execFileSync(command, argv, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const article = 'It treats gout, "supports sleep" & more.\n\n😀 これは治療です。studies show it.\n'
const hostile = () => folder({ 'docs/a b,c:d.md': article, 'clean.md': 'Quiet.\n', 'c%C3.md': 'It treats 100% of <gout>. It treats gout.' })
const report = async (root: string, format: string): Promise<string> => (await run(root, ['.', '--format', format])).out

afterEach(() => {
  vi.restoreAllMocks()
})

describe.skipIf(without(!multitool, 'the SARIF multitool'))('SARIF multitool', () => {
  it('finds no error and no warning in the log, GitHub rules included', async () => {
    const root = folder({ 'docs/a b.md': article, 'clean.md': 'Quiet.\n' })
    await run(root, ['.', '--format', 'sarif=log.sarif'])
    const argv = [
      'validate',
      'log.sarif',
      '--rule-kind',
      'Sarif;Ghas',
      '--level',
      'Error;Warning',
      '--output',
      'found.sarif',
      '--log',
      'ForceOverwrite',
    ]
    const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' }
    execFileSync(resolve(multitool!), argv, { cwd: root, env, stdio: 'ignore' })
    const found = JSON.parse(readFileSync(join(root, 'found.sarif'), 'utf8').replace(/^\ufeff/, ''))
    const grave = found.runs[0].results.filter((each: { level?: string }) => each.level !== 'note' && each.level !== 'none')
    expect(grave.map((each: { ruleId: string; message: object }) => [each.ruleId, each.message])).toEqual([])
  })
})

describe.skipIf(without(!here['pre-commit'], 'pre-commit'))('pre-commit', () => {
  it('accepts the hook manifest', () => {
    const root = folder({})
    mkdirSync(join(root, 'hook'))
    writeFileSync(join(root, 'hook/.pre-commit-hooks.yaml'), readFileSync('.pre-commit-hooks.yaml'))
    expect(() => execFileSync('pre-commit', ['validate-manifest', join(root, 'hook/.pre-commit-hooks.yaml')], { cwd: root })).not.toThrow()
  })
})

describe.skipIf(without(!here.xmllint, 'xmllint'))('libxml2', () => {
  it.each(['checkstyle', 'junit'])('%s: well-formed, and its text is ours', async (format) => {
    const root = hostile()
    writeFileSync(join(root, 'report.xml'), await report(root, format))
    const query = format === 'junit' ? 'string(//failure[1]/@message)' : 'string(//error[1]/@message)'
    const read = execFileSync('xmllint', ['--nonet', '--xpath', query, join(root, 'report.xml')], { encoding: 'utf8' })
    const [first] = JSON.parse(await report(root, 'json'))
    expect(read.trimEnd()).toBe(first.messages[0].message)
  })

  it('the HTML report is a page without errors', async () => {
    const root = hostile()
    writeFileSync(join(root, 'report.html'), await report(root, 'html'))
    const xpath = 'count(//main)'
    const out = execFileSync('xmllint', ['--html', '--nonet', '--xpath', xpath, join(root, 'report.html')], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    expect(Number(out)).toBe(1)
  })
})

describe.skipIf(without(!here.junitparser, 'junitparser'))('junitparser', () => {
  it('counts our failures as ours, and fails exactly where there are some', async () => {
    const root = hostile()
    writeFileSync(join(root, 'red.xml'), await report(root, 'junit'))
    writeFileSync(join(root, 'green.xml'), (await run(root, ['clean.md', '--format', 'junit'])).out)
    const verify = (file: string) => spawnable('junitparser', ['verify', join(root, file)])
    expect([verify('red.xml'), verify('green.xml')]).toEqual([false, true])
    execFileSync('junitparser', ['merge', join(root, 'red.xml'), join(root, 'green.xml'), join(root, 'both.xml')])
    const both = readFileSync(join(root, 'both.xml'), 'utf8')
    const failures = JSON.parse(await report(root, 'json')).flatMap((file: { messages: { severity: number }[] }) =>
      file.messages.filter(({ severity }) => severity !== 3),
    )
    expect(both.match(/<failure /g)).toHaveLength(failures.length)
  })
})

describe('annotations', () => {
  it('are those that @actions/core writes', async () => {
    const root = hostile()
    const files = JSON.parse(await report(root, 'json')) as {
      filePath: string
      messages: {
        line: number
        endLine: number
        column: number
        endColumn: number
        ruleId: string
        message: string
        severity: number
        suggestions: { desc: string }[]
      }[]
    }[]
    let written = ''
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written += text
      return true
    })
    for (const { filePath, messages } of files) {
      for (const { line, endLine, column, endColumn, ruleId, message, severity, suggestions } of messages) {
        const annotate = severity === 2 ? actions.error : severity === 1 ? actions.warning : actions.notice
        const place = { file: filePath, startLine: line, endLine, startColumn: column, endColumn, title: ruleId }
        const [advice] = suggestions
        annotate(advice ? `${message}\n${advice.desc}` : message, place)
      }
    }
    vi.restoreAllMocks()
    const commands = (text: string) => text.trimEnd().split('\n').map(parts).sort()
    const parts = (command: string) => {
      const [, name, properties, data] = /^::(\w+) (.*?)::(.*)$/.exec(command)!
      return JSON.stringify([name, properties!.split(',').sort(), data])
    }
    expect(commands(await report(root, 'github'))).toEqual(commands(written))
  })
})

describe('rdformat-validator', () => {
  it('finds nothing to object to, and no field that it does not know', async () => {
    const validator = new RDFormatValidator({ strictMode: true, allowExtraFields: false })
    const { valid, errors } = await validator.validateString(await report(hostile(), 'rdjson'))
    expect({ valid, errors }).toEqual({ valid: true, errors: [] })
  })
})
