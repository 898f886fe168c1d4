import { loadDemo } from '../demo/index.ts'
import { startNotices } from '../demo/notices.ts'
import { OperatingProblem } from '../problem.ts'
import { parseArguments } from './arguments.ts'
import { withDistrict } from './with-district.ts'

export const summary = { zh: '载入演示区，仅限空库', en: 'load the demonstration into an empty district' }

export async function run(args: string[]): Promise<number> {
  parseArguments(args, {})
  return await withDistrict(async ({ deps, untouched }) => {
    if (!untouched) {
      throw new OperatingProblem('已有数据，不再载入演示区 (there is data already: the demonstration is not loaded)')
    }
    console.log(`已载入演示项目 (demonstration projects loaded): ${await loadDemo(deps)}`)
    await startNotices(deps)
    return 0
  })
}
