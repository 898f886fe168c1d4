import {
  checkDirectoryFile,
  type DirectoryDifference,
  exportDirectory,
  getDirectory,
  getDirectoryTemplate,
  getPerson,
  importDirectoryFile,
  type Route,
} from '@guatu/contract'
import type { Outcome } from '@guatu/kernel'
import { readDirectory } from '@guatu/ledger'
import { beforeAll, describe, expect, test } from 'vitest'
import { operatorActor } from '../../../store/actor.ts'
import { useTestApp } from '../../../store/testing/test-app.ts'
import { openFile } from '../../../workbook/open-file.ts'
import { asRole } from '../testing/administrators.ts'
import { checkDirectory, commitDirectory } from './import-directory.ts'
import { reportDirectory } from './report-file.ts'
import { directoryWords } from './vocabulary.ts'

const app = useTestApp()
let system: Awaited<ReturnType<typeof asRole>>
let security: Awaited<ReturnType<typeof asRole>>
beforeAll(async () => {
  system = await asRole(app, 'systemAdmin', '系统员')
  security = await asRole(app, 'securityAdmin', '安全员')
})

const boundary = 'guatu-boundary'

async function hand(
  route: Route,
  content: string | Buffer,
  sent: { personId?: string; digest?: string; name?: string },
) {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${sent.name ?? '名册.csv'}"\r\nContent-Type: application/octet-stream\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)])
  const headers = {
    'content-type': `multipart/form-data; boundary=${boundary}`,
    ...(sent.personId ? { 'x-test-person': sent.personId } : {}),
  }
  const url = sent.digest ? `${route.path}?digest=${sent.digest}` : route.path
  const reply = await app.app.inject({ method: route.method, url, payload, headers })
  return { status: reply.statusCode, body: reply.json() }
}

/** Straight to the import, without the network and the thread: they have tests of their own below. */
function importing(content: string | Buffer, personId?: string) {
  const actor = personId ? { personId, name: '导入人', post: null, origin: 'test' } : operatorActor
  const deps = { ...app.deps, store: app.deps.store.as(actor), readFile: reportDirectory }
  const fileName = typeof content === 'string' ? '名册.csv' : '名册.xlsx'
  return { deps, file: { bytes: Buffer.from(content), fileName } }
}

function differenceIn(outcome: Outcome<DirectoryDifference>): DirectoryDifference {
  if (outcome.kind === 'refused') throw new Error(outcome.refusals[0]!.message.zh)
  return outcome.value
}

async function check(content: string | Buffer, personId?: string): Promise<DirectoryDifference> {
  const { deps, file } = importing(content, personId)
  return differenceIn(await checkDirectory(deps, file))
}

async function write(content: string | Buffer, personId?: string): Promise<DirectoryDifference> {
  const { deps, file } = importing(content, personId)
  const { digest } = differenceIn(await checkDirectory(deps, file))
  return differenceIn(await commitDirectory(deps, file, digest))
}

const kinds = ({ changes }: DirectoryDifference) => changes.map(({ row, kind }) => `${row} ${kind}`)

const roster = `单位,上级单位,单位类型,姓名,职务,手机,起始日期
区商务局,,,张伟,局长,13905730001,2024-03-01
,,,李娜,副局长,13905730002,2025-01-01
永红村,凤桥镇,,王芳,书记,,
区商务局,,,张伟,党组书记,13905730001,2024-03-01
`

describe('a roster, in the hands of the two who keep their parts of it', () => {
  test('the system administrator writes units and persons, and is told that the posts wait', async () => {
    const difference = await check(roster, system.personId)
    expect(difference.errors).toEqual([])
    expect(kinds(difference)).toEqual([
      '2 unitCreated',
      '2 personCreated',
      '3 personCreated',
      '4 unitCreated',
      '4 personCreated',
    ])
    expect(difference.leftOut).toEqual({ posts: 4, directory: 0 })
    await write(roster, system.personId)
    const { units, persons } = await app.ask(getDirectory)
    const village = units.find(({ name }) => name === '永红村')
    expect(village).toMatchObject({ kind: 'village' })
    expect(units.find(({ orgId }) => orgId === village?.parentId)?.name).toBe('凤桥镇')
    expect(persons.filter(({ name }) => name === '张伟')).toHaveLength(1)
  })

  test('the security administrator writes the posts from the same file, without seeing a telephone', async () => {
    const difference = await write(roster, security.personId)
    expect(kinds(difference)).toEqual(['2 postAssigned', '3 postAssigned', '4 postAssigned', '5 postAssigned'])
    const { posts, persons } = await app.ask(getDirectory)
    const head = persons.find(({ name }) => name === '张伟')!
    expect(head.post).toBe('局长')
    expect(
      posts.filter(({ personId }) => personId === head.personId).map(({ title, from, role }) => [title, from, role]),
    ).toEqual([
      ['局长', '2024-03-01', 'department'],
      ['党组书记', '2024-03-01', 'department'],
    ])
  })

  test('again it changes nothing, on another day as well, and nothing is written', async () => {
    const last = async () =>
      await app.deps.store.read((tx) => tx.db.selectFrom('chainHead').select('seq').executeTakeFirstOrThrow())
    app.today = '2026-07-01'
    const before = await last()
    for (const personId of [system.personId, security.personId, undefined]) {
      const difference = await write(roster, personId)
      expect(difference).toMatchObject({ changes: [], unchanged: 4, errors: [] })
    }
    expect(await last()).toEqual(before)
    app.today = '2026-06-15'
  })

  test('what differs is shown cell by cell before it is written', async () => {
    const changed = roster.replace('13905730002', '13905730009').replace('2025-01-01', '2025-02-01')
    const difference = await write(changed)
    expect(difference.changes).toEqual([
      {
        row: 3,
        kind: 'personChanged',
        name: '李娜',
        cells: [{ label: '手机', before: '13905730002', after: '13905730009' }],
      },
      {
        row: 3,
        kind: 'postChanged',
        name: '李娜 区商务局 副局长（部门发力）',
        cells: [{ label: '起始日期', before: '2025-01-01', after: '2025-02-01' }],
      },
    ])
    const { persons } = await app.ask(getDirectory)
    const params = { personId: persons.find(({ name }) => name === '李娜')!.personId }
    expect((await app.ask(getPerson, { params })).contact?.phone).toBe('13905730009')
  })

  test('telephones tell namesakes apart', async () => {
    const twins = '单位,姓名,职务,手机\n区发展和改革局,刘洋,科长,13905730011\n凤桥镇,刘洋,科员,13905730012\n'
    await write(twins)
    const { persons } = await app.ask(getDirectory)
    expect(persons.filter(({ name }) => name === '刘洋')).toHaveLength(2)
    expect((await check(twins)).changes).toEqual([])
  })
})

describe('what cannot be written', () => {
  test('is told by cell, and one error keeps all of it out', async () => {
    const wrong =
      '单位,上级单位,单位类型,姓名,职务,角色\n某某集团,,,甲一,经理,\n新设局,不存在的局,,乙一,局长,\n区发展和改革局,,,安全员,科员,部门发力\n'
    const difference = await check(wrong)
    expect(difference.errors.map(({ row, column }) => `${column}${row}`)).toEqual(['C2', 'B3', 'F4'])
    expect(difference.errors[0]!.accepted).toContain('企业')
    expect(difference.errors[2]!.message).toContain('安全管理员')
    const { status, body } = await hand(importDirectoryFile, wrong, { digest: difference.digest })
    expect([status, body.code]).toEqual([409, 'IMPORT_HAS_ERRORS'])
    expect((await app.ask(getDirectory)).units.some(({ name }) => name === '新设局')).toBe(false)
  })

  test('a file that would write otherwise than was shown is refused', async () => {
    const list = '单位,姓名,职务\n区发展和改革局,新人,科员\n'
    const { digest } = await check(list)
    const { deps, file } = importing(list.replace('新人', '别人'))
    const outcome = await commitDirectory(deps, file, digest)
    expect(outcome).toMatchObject({ kind: 'refused', refusals: [{ code: 'IMPORT_CHANGED' }] })
  })

  test('who keeps neither part writes nothing', async () => {
    const town = await asRole(app, 'town', '镇干部')
    const { status, body } = await hand(checkDirectoryFile, roster, { personId: town.personId })
    expect([status, body.code]).toEqual([403, 'FORBIDDEN'])
  })

  test('a file that is no spreadsheet, or has no header', async () => {
    const page = await hand(checkDirectoryFile, '<html></html>', { name: '名册.xlsx' })
    const bare = await hand(checkDirectoryFile, '甲,乙\n1,2\n', {})
    expect([page.body.code, bare.body.code]).toEqual(['FILE_NOT_SPREADSHEET', 'HEADER_NOT_FOUND'])
  })
})

async function workbook(route: Route, personId?: string): Promise<Buffer> {
  const headers = personId ? { 'x-test-person': personId } : {}
  const reply = await app.app.inject({ method: 'GET', url: route.path, headers })
  expect(reply.statusCode).toBe(200)
  return reply.rawPayload
}

describe('workbooks', () => {
  test('the export is imported without a change', async () => {
    const difference = await check(await workbook(exportDirectory))
    expect(difference).toMatchObject({ errors: [], changes: [] })
    expect(difference.rows).toBeGreaterThan(8)
  })

  test('telephones are in the export of whoever keeps the directory only', async () => {
    const text = async (personId?: string) => {
      const [sheet] = await openFile(await workbook(exportDirectory, personId), '名册.xlsx')
      return JSON.stringify(sheet)
    }
    expect(await text(system.personId)).toContain('13905730001')
    expect(await text(security.personId)).not.toContain('1390573')
  })

  test('the template is a sheet that the reader knows', async () => {
    const [sheet] = await openFile(await workbook(getDirectoryTemplate), '模板.xlsx')
    const read = readDirectory(sheet!, { ...directoryWords, today: '2026-06-15' })
    expect(read.kind === 'done' && read.value.columns).toHaveLength(11)
    expect(read.kind === 'done' && read.value.entries).toEqual([])
  })
})
