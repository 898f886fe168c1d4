import { createServer } from 'node:net'
import { OperatingProblem } from './problem.ts'

export function portProblem(error: unknown, port: number): OperatingProblem | undefined {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'EADDRINUSE') {
    return new OperatingProblem(
      `端口 ${port} 已被占用，请用 GUATU_PORT 换一个 (port ${port} is in use: choose another by GUATU_PORT)`,
    )
  }
  if (code !== 'EACCES') return undefined
  return new OperatingProblem(`没有权限使用端口 ${port} (no permission to use port ${port})`)
}

/** Throws a clear line when nobody could listen there; asked before the slow steps of a start. */
export async function assertPortFree(host: string, port: number): Promise<void> {
  const probe = createServer()
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject)
      probe.listen(port, host, resolve)
    })
  } catch (error) {
    throw portProblem(error, port) ?? error
  }
  await new Promise((resolve) => probe.close(resolve))
}
