/** Processor time that this thread has used, in ms: unlike the clock it is much the same on a machine that is busy with others. */
export function processorMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
