import { loadConfig } from '../config.ts'
import { projectRoot } from '../location.ts'
import { serve } from '../serve.ts'
import { parseArguments } from './arguments.ts'

export const summary = { zh: '启动服务，同 npm start', en: 'run the server, like npm start' }

export async function run(args: string[]): Promise<number> {
  parseArguments(args, {})
  return await serve(loadConfig(process.env, projectRoot))
}
