import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import { type Guatu, openGuatu } from './guatu.ts'
import { assertPortFree, portProblem } from './listen.ts'
import { projectRoot } from './location.ts'
import { migrateOrStop, openDatabase } from './open-database.ts'
import { type Shutdown, stopWithNpm, watchShutdown } from './shutdown.ts'
import { signInSecret } from './sign-in/secret.ts'
import { clockToday } from './today.ts'

const say = (line: string) => console.error(line)

/** What has been opened so far, to be closed in the opposite order. */
class Opened {
  readonly #closers: (() => Promise<unknown>)[] = []

  add(close: () => Promise<unknown>): void {
    this.#closers.push(close)
  }

  async closeAll(): Promise<void> {
    for (const close of this.#closers.splice(0).reverse()) await close().catch((error: unknown) => say(String(error)))
  }
}

async function listen(app: FastifyInstance, config: Config): Promise<string> {
  try {
    return await app.listen({ host: config.network.host, port: config.port })
  } catch (error) {
    throw portProblem(error, config.port) ?? error
  }
}

/** Nobody has a password yet: whoever reads this terminal names the administrators. */
async function sayHowToBegin(guatu: Guatu, address: string): Promise<void> {
  const token = await guatu.setUpToken()
  if (!token) return
  say('一次性设置链接，任命三名管理员，24 小时有效 (one-time set-up link, opens for 24 hours):')
  say(`${address}/set-up#${token}`)
}

/** An open event stream or a slow client must not hold up the end. */
const closeWithin = (guatu: Guatu) => Promise.race([guatu.close(), delay(5_000, undefined, { ref: false })])

async function start(config: Config, shutdown: Shutdown, opened: Opened): Promise<void> {
  say('正在启动数据库… (starting the database)')
  const database = await openDatabase(config, {
    mode: 'serve',
    say,
    onLost: (problem) => {
      say(problem.message)
      shutdown.request(1)
    },
  })
  opened.add(database.close)
  // Only here: a Guatu that was just closing on the same folder has given its port back by the time the folder is free.
  await assertPortFree(config.network.host, config.port)
  const applied = await migrateOrStop(database.url)
  if (applied.length > 0) say(`已更新数据库结构 (schema updated): ${applied.join(', ')}`)
  if (shutdown.isRequested()) return
  const today = clockToday(config.todayOverride)
  const webFolder = `${projectRoot}/apps/web/dist`
  const { demonstrate, network, notices } = config
  const signIn = {
    published: network.origin,
    secret: network.secret ?? signInSecret(config.dataFolder),
    openId: network.openId,
  }
  const district = { url: database.url, today, chain: config.chain, fontFolder: config.fontFolder }
  const origin = network.origin ?? `http://localhost:${config.port}`
  const telling = { ...notices, origin }
  const guatu = await openGuatu({ ...district, webFolder, say, demonstrate, signIn, notices: telling })
  opened.add(() => closeWithin(guatu))
  const address = await listen(guatu.app, config)
  database.announce(address)
  if (config.todayOverride) say(`今天按 ${today()} 计 (today is taken to be ${today()})`)
  await sayHowToBegin(guatu, network.origin ?? address.replace('127.0.0.1', 'localhost'))
  console.log(`挂图已就绪 (Guatu is ready): ${address}`)
}

/** Runs the server until a signal ends it; answers the exit code. */
export async function serve(config: Config): Promise<number> {
  const shutdown = watchShutdown()
  stopWithNpm(shutdown)
  const opened = new Opened()
  try {
    await start(config, shutdown, opened)
    const { exitCode } = await shutdown.requested
    say('正在停止… (stopping)')
    return exitCode
  } finally {
    await opened.closeAll()
  }
}
