// Runs a process and says what it cost: wall time, CPU time (user + system) and peak memory. GNU time where installed, else /proc (Linux).
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const GNU_TIME = ['/usr/bin/time'].find((file) => fs.existsSync(file))
const TICKS_PER_SECOND = 100
const timings = path.join(os.tmpdir(), `claimlint-bench-${process.pid}.time`)

/**
 * One run of `command`. `wall` and `cpu` in ms, `rss` in MB; `out` is standard output where `keep` asks for it. A run over `limit` ms is killed
 * and says `timedOut`.
 */
export function once(command, { cwd = process.cwd(), limit = 300_000, keep = false, env = {} } = {}) {
  return new Promise((resolve) => {
    fs.rmSync(timings, { force: true })
    const [program, ...args] = GNU_TIME ? [GNU_TIME, '-q', '-f', '%e %U %S %M', '-o', timings, ...command] : command
    const begun = process.hrtime.bigint()
    const child = spawn(program, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true,
      env: { ...process.env, NO_COLOR: '1', ...env },
    })
    const sampled = { cpu: 0, rss: 0 }
    const sampler = GNU_TIME ? undefined : setInterval(() => sample(child.pid, sampled), 15)
    let timedOut = false
    const killer = setTimeout(() => {
      timedOut = true
      process.kill(-child.pid, 'SIGKILL')
    }, limit)
    let out = ''
    child.stdout.on('data', (data) => {
      if (keep) out += data
    })
    child.on('error', (error) => finish(String(error)))
    child.on('close', finish)

    function finish(code) {
      clearTimeout(killer)
      clearInterval(sampler)
      const wall = Number(process.hrtime.bigint() - begun) / 1e6
      resolve({ wall, ...(GNU_TIME && !timedOut ? readTimings() : sampled), code, timedOut, out })
    }
  })
}

function readTimings() {
  const [, user, system, kilobytes] = fs.readFileSync(timings, 'utf8').trim().split('\n').pop().split(' ').map(Number)
  fs.rmSync(timings, { force: true })
  return { cpu: (user + system) * 1000, rss: kilobytes / 1024 }
}

function sample(pid, into) {
  try {
    const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8')
    const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
    into.rss = Math.max(into.rss, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
    into.cpu = ((Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND) * 1000
  } catch {
    // the process has ended between two samples
  }
}

export function quantile(values, p) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted.length > 0 ? sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] : Number.NaN
}

export const median = (values) => quantile(values, 0.5)

export const round = (value, digits = 2) => (Number.isFinite(value) ? Number(value.toFixed(digits)) : null)

/** Slope of the least-squares line through the logarithms: 1 is linear growth. */
export function exponent(sizes, costs) {
  const x = sizes.map(Math.log)
  const y = costs.map((cost) => Math.log(Math.max(1, cost)))
  const mean = (list) => list.reduce((a, b) => a + b) / list.length
  const [mx, my] = [mean(x), mean(y)]
  return x.reduce((sum, each, i) => sum + (each - mx) * (y[i] - my), 0) / x.reduce((sum, each) => sum + (each - mx) ** 2, 0)
}
