/** Milliseconds of processor time that a task takes: other processes on the machine do not count. */
export async function cpuTimeOf(task: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await task()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
