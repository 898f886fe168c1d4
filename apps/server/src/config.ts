import { isAbsolute, resolve } from 'node:path'
import { type NetworkConfig, readNetwork } from './config-network.ts'
import { type NoticesConfig, readNotices } from './config-notices.ts'
import { OperatingProblem } from './problem.ts'
import { type ChainAlgorithm, chainAlgorithms } from './store/digest.ts'

/** What the environment says about this run. */
export interface Config {
  readonly network: NetworkConfig
  readonly notices: NoticesConfig
  readonly port: number
  /** Absolute path of the folder that holds the database, the evidence files and the lock. */
  readonly dataFolder: string
  /** A PostgreSQL server that is used instead of the embedded one. */
  readonly databaseUrl: string | undefined
  /** Folder of font files for official documents. */
  readonly fontFolder: string | undefined
  /** An ISO day that stands for today: demonstrations, screenshots, tests. */
  readonly todayOverride: string | undefined
  /** Whether a district that nothing has happened in gets the demonstration. */
  readonly demonstrate: boolean
  /** What the chain of a district that is opened in this run is made with. */
  readonly chain: ChainAlgorithm
}

export type ConfigOutcome =
  | { readonly kind: 'ok'; readonly config: Config }
  | { readonly kind: 'invalid'; readonly problems: readonly string[] }

type Environment = Readonly<Record<string, string | undefined>>

const defaultPort = 7330

function isIsoDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

function portProblem(text: string): string | undefined {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65535) return undefined
  return `GUATU_PORT=${text} 不是端口号 (not a port number between 0 and 65535)`
}

function databaseUrlProblem(text: string): string | undefined {
  // The value may hold a password: it is never repeated.
  if (/^postgres(ql)?:\/\/./.test(text)) return undefined
  return 'DATABASE_URL 应以 postgresql:// 开头 (must start with postgresql://)'
}

function todayProblem(text: string): string | undefined {
  if (isIsoDay(text)) return undefined
  return `GUATU_TODAY=${text} 不是日期 (not a day such as 2026-11-21)`
}

function demoProblem(text: string): string | undefined {
  if (text === '0' || text === '1') return undefined
  return `GUATU_DEMO=${text} 应为 0 或 1 (must be 0 or 1)`
}

const isChain = (text: string): text is ChainAlgorithm => chainAlgorithms.some((name) => name === text)

function chainProblem(text: string): string | undefined {
  if (isChain(text)) return undefined
  return `GUATU_CHAIN=${text} 应为 sha256 或 sm3 (must be sha256 or sm3)`
}

/** Reads the environment; an empty variable counts as unset. Says all that is wrong at once. */
export function readConfig(environment: Environment, projectRoot: string): ConfigOutcome {
  const read = (name: string) => environment[name]?.trim() || undefined
  const port = read('GUATU_PORT')
  const databaseUrl = read('DATABASE_URL')
  const todayOverride = read('GUATU_TODAY')
  const dataFolder = read('GUATU_DATA') ?? 'data'
  const demo = read('GUATU_DEMO') ?? '1'
  const chain = read('GUATU_CHAIN') ?? 'sha256'
  const { network, problems: networkProblems } = readNetwork(read)
  const { notices, problems: noticesProblems } = readNotices(read)
  const problems = [
    port && portProblem(port),
    databaseUrl && databaseUrlProblem(databaseUrl),
    todayOverride && todayProblem(todayOverride),
    demoProblem(demo),
    chainProblem(chain),
    ...networkProblems,
    ...noticesProblems,
  ].filter((problem): problem is string => Boolean(problem))
  if (problems.length > 0) return { kind: 'invalid', problems }
  return {
    kind: 'ok',
    config: {
      network,
      notices,
      port: port ? Number(port) : defaultPort,
      dataFolder: isAbsolute(dataFolder) ? resolve(dataFolder) : resolve(projectRoot, dataFolder),
      databaseUrl,
      fontFolder: read('GUATU_FONTS'),
      todayOverride,
      demonstrate: demo === '1',
      chain: isChain(chain) ? chain : 'sha256',
    },
  }
}

/** Like {@link readConfig} for programs that cannot go on without it. */
export function loadConfig(environment: Environment, projectRoot: string): Config {
  const outcome = readConfig(environment, projectRoot)
  if (outcome.kind === 'invalid') throw new OperatingProblem(outcome.problems.join('；'))
  return outcome.config
}
