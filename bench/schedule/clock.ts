/**
 * Processor time of this process in milliseconds: what a measurement takes does not depend on what else the machine does. It
 * counts the engine's own helper threads too, which is to our disadvantage.
 */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
