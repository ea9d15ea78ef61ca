import type { Meter, Spent } from '../lint/meter.js'

/** What `--timing` prints: time by stage and by rule, the dearest first, and the counts, which do not depend on the machine. */
export function timingTable({ stages, rules, counts }: Meter, files: number): string {
  return [
    `${files} files`,
    ...section('stage', stages),
    ...section('rule', rules),
    row('count', '', ''),
    ...[...counts].map(([what, count]) => row(`  ${what}`, '', count.toLocaleString('en'))),
  ].join('\n')
}

function section(title: string, spent: ReadonlyMap<string, Spent>): string[] {
  const all = [...spent.values()].reduce((sum, { milliseconds }) => sum + milliseconds, 0)
  const dearest = [...spent].sort(([, a], [, b]) => b.milliseconds - a.milliseconds)
  const percent = (milliseconds: number): string => `${((100 * milliseconds) / (all || 1)).toFixed(1)} %`
  return [
    row(title, 'ms', 'share'),
    ...dearest.map(([name, { milliseconds }]) => row(`  ${name}`, milliseconds.toFixed(1), percent(milliseconds))),
  ]
}

const row = (name: string, first: string, second: string): string =>
  `${name.padEnd(46)}${first.padStart(10)}${second.padStart(12)}`.trimEnd()
