import { sheetLayout } from '@guatu/derive'
import type { Playbook } from '@guatu/playbook'
import { expect, it } from 'vitest'
import type { Grid } from './grid/grid.ts'
import { likelyList } from './likely-list.ts'
import { testPlaybook } from './testing/playbook.ts'

const text = (zh: string) => ({ kind: 'text', title: { zh, en: zh }, group: 'basic' }) as const
const complaints: Playbook = {
  ...testPlaybook,
  key: 'complaints',
  fields: { matter: text('难题名称'), kind: text('难题类型'), asked: text('诉求'), unit: text('责任单位') },
  roles: { title: 'matter' },
}
const lists = [testPlaybook, complaints]
const sheet = (...rows: string[][]): Grid => ({ sheet: '表', rows, merges: [] })

it('goes by the words of the header', () => {
  const works = sheet(['项目名称', '总投资（万元）', '责任单位'], ['一', '100', '甲局'])
  const asked = sheet(['难题名称', '难题类型', '诉求', '责任单位'], ['一', '用地', '二', '甲局'])
  expect(likelyList([works], lists)?.key).toBe(testPlaybook.key)
  expect(likelyList([asked], lists)?.key).toBe('complaints')
  expect(likelyList([asked], [...lists].reverse())?.key).toBe('complaints')
})

it('knows a file that was written for a list whatever its columns are called', () => {
  const { version } = sheetLayout(complaints)
  expect(likelyList([sheet([version], ['项目名称', '总投资', '责任单位'])], lists)?.key).toBe('complaints')
})

it('looks at the sheets that are seen, and takes the first list of those that fit alike', () => {
  const asked = sheet(['难题名称', '难题类型', '诉求'], ['一', '用地', '二'])
  const works = sheet(['项目名称', '总投资', '责任单位'], ['一', '100', '甲局'])
  expect(likelyList([{ ...asked, hidden: true }, works], lists)?.key).toBe(testPlaybook.key)
  expect(likelyList([works], [testPlaybook, { ...testPlaybook, key: 'twin' }])?.key).toBe(testPlaybook.key)
})

it('answers nothing where no list fits', () => {
  expect(likelyList([sheet(['甲', '乙'], ['1', '2'])], lists)).toBeUndefined()
  expect(likelyList([], lists)).toBeUndefined()
})
