import { removeDemo } from '../demo/index.ts'
import { parseArguments } from './arguments.ts'
import { withDistrict } from './with-district.ts'

export const summary = { zh: '移除演示区，保留其余数据', en: 'remove the demonstration, keep everything else' }

export async function run(args: string[]): Promise<number> {
  parseArguments(args, {})
  return await withDistrict(async ({ deps }) => {
    console.log(`已移除演示项目 (demonstration projects removed): ${await removeDemo(deps)}`)
    return 0
  })
}
