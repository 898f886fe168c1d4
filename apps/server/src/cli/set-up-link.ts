import { loadConfig } from '../config.ts'
import { projectRoot } from '../location.ts'
import { makeSetUpLink } from '../sign-in/set-up.ts'
import { operatorActor } from '../store/actor.ts'
import { parseArguments } from './arguments.ts'
import { runningServerAddress } from './with-database.ts'
import { withDistrict } from './with-district.ts'

export const summary = {
  zh: '再给一个一次性设置链接（任命三名管理员，24 小时有效）',
  en: 'make another one-time link that names the three administrators',
}

export async function run(args: string[]): Promise<number> {
  parseArguments(args, {})
  const config = loadConfig(process.env, projectRoot)
  const address = config.network.origin ?? (await runningServerAddress(config)) ?? `http://localhost:${config.port}`
  const token = await withDistrict(({ deps }) => makeSetUpLink(deps, operatorActor))
  console.log(`${address}/set-up#${token}`)
  return 0
}
