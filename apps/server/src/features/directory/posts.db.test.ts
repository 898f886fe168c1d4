import { assignPost, correctPost, deputisePost, endPost, getDirectory, handOverPost, type Post } from '@guatu/contract'
import { beforeAll, describe, expect, test } from 'vitest'
import { bureauOrg, townOrg, useTestApp } from '../../store/testing/test-app.ts'
import { asRole, personWith } from './testing/administrators.ts'

const app = useTestApp()
let admin: Awaited<ReturnType<typeof asRole>>
beforeAll(async () => {
  admin = await asRole(app, 'securityAdmin')
})

const personOf = async (personId: string) =>
  (await app.ask(getDirectory)).persons.find((person) => person.personId === personId)
const postsOf = async (personId: string) =>
  (await app.ask(getDirectory)).posts.filter((post) => post.personId === personId)
const lastEvent = async () =>
  await app.deps.store.read((tx) =>
    tx.db
      .selectFrom('event')
      .selectAll()
      .where('districtId', '=', tx.districtId)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow(),
  )

describe('posts', () => {
  test('one person holds several; the first of them stands beside the name', async () => {
    const { person } = await personWith(app, '张伟', null, townOrg)
    const body = {
      personId: person.personId,
      orgId: bureauOrg,
      role: 'department',
      title: '局长',
      from: '2024-03-01',
    } as const
    const first = await admin.ask(assignPost, { body })
    await admin.ask(assignPost, { body: { ...body, orgId: townOrg, role: 'town', title: '镇长', from: '2025-01-01' } })
    expect(first).toMatchObject({ title: '局长', from: '2024-03-01', to: null, revision: 1 })
    expect(await personOf(person.personId)).toMatchObject({ orgId: bureauOrg, post: '局长' })
    expect(await lastEvent()).toMatchObject({ verb: 'post.assigned', actorId: admin.personId })
  })

  test('the same post twice at one time is refused', async () => {
    const { person } = await personWith(app, '李娜', 'department')
    const body = {
      personId: person.personId,
      orgId: bureauOrg,
      role: 'department',
      title: null,
      from: '2026-05-01',
    } as const
    expect((await admin.refused(assignPost, { body })).code).toBe('DIRECTORY_INVALID')
  })

  test('the separated administrators stand alone, deputised or not', async () => {
    const { person } = await personWith(app, '王芳', 'department')
    const body = {
      personId: person.personId,
      orgId: bureauOrg,
      role: 'systemAdmin',
      title: null,
      from: '2026-05-01',
    } as const
    const refusal = await admin.refused(assignPost, { body })
    expect(refusal.code).toBe('ROLE_SEPARATED')
    expect(refusal.refusals[0]!.message.zh).toContain('王芳同期任“部门发力”')
    const auditor = await personWith(app, '审计员', 'auditAdmin')
    const deputised = await admin.refused(deputisePost, {
      params: { postId: auditor.post!.postId },
      body: { personId: person.personId, from: '2026-07-01', to: '2026-07-10' },
    })
    expect(deputised.code).toBe('ROLE_SEPARATED')
  })

  test('ending keeps the past; cutting short and dating back need a reason', async () => {
    const { person, post } = await personWith(app, '赵敏', 'department')
    const { postId, revision } = post as Post
    const back = await admin.refused(endPost, { params: { postId }, body: { to: '2026-05-31', revision } })
    expect(back.code).toBe('REASON_REQUIRED')
    const ended = await admin.ask(endPost, { params: { postId }, body: { to: '2026-12-31', revision } })
    expect(ended.to).toBe('2026-12-31')
    const early = await admin.refused(endPost, {
      params: { postId },
      body: { to: '2026-09-30', revision: ended.revision },
    })
    expect(early.code).toBe('REASON_REQUIRED')
    const stale = await admin.refused(endPost, {
      params: { postId },
      body: { to: '2026-09-30', reason: '调离', revision },
    })
    expect(stale.code).toBe('REVISION_STALE')
    await admin.ask(endPost, {
      params: { postId },
      body: { to: '2026-06-10', reason: '调离', revision: ended.revision },
    })
    expect(await lastEvent()).toMatchObject({ verb: 'post.ended', reason: '调离' })
    expect(await postsOf(person.personId)).toMatchObject([{ from: '2026-01-01', to: '2026-06-10' }])
    expect(await personOf(person.personId)).toMatchObject({ post: null })
  })

  test('a hand-over ends one post and begins the other, and the record tells of both', async () => {
    const { person, post } = await personWith(app, '前任', 'town', townOrg)
    const { person: next } = await personWith(app, '后任', null, townOrg)
    const { postId, revision } = post as Post
    const wrong = await admin.refused(handOverPost, {
      params: { postId },
      body: { personId: person.personId, from: '2026-01-01', revision },
    })
    expect(wrong.refusals.map(({ path }) => path)).toEqual(expect.arrayContaining(['personId', 'from']))
    const { ended, begun } = await admin.ask(handOverPost, {
      params: { postId },
      body: { personId: next.personId, from: '2026-06-01', revision },
    })
    expect(ended).toMatchObject({ personId: person.personId, to: '2026-05-31' })
    expect(begun).toMatchObject({ personId: next.personId, from: '2026-06-01', takenOverFromId: postId, role: 'town' })
    expect((await lastEvent()).data).toMatchObject({
      before: { post: { person: '前任' } },
      after: { post: { person: '后任' } },
    })
    expect(await personOf(next.personId)).toMatchObject({ orgId: townOrg, post: '镇街主攻' })
  })

  test('deputising is within the post’s own time, and ends with it', async () => {
    const { post } = await personWith(app, '正职', 'town', townOrg)
    const { person: other } = await personWith(app, '副职', 'town', townOrg)
    const { postId, revision } = post as Post
    const early = await admin.refused(deputisePost, {
      params: { postId },
      body: { personId: other.personId, from: '2025-12-01', to: '2025-12-31' },
    })
    expect(early.refusals[0]!.path).toBe('from')
    const deputy = await admin.ask(deputisePost, {
      params: { postId },
      body: { personId: other.personId, from: '2026-06-01', to: '2026-08-31', reason: '出国学习' },
    })
    expect(deputy).toMatchObject({ deputyForId: postId, role: 'town' })
    const chained = await admin.refused(deputisePost, {
      params: { postId: deputy.postId },
      body: { personId: other.personId, from: '2026-06-01', to: '2026-06-30' },
    })
    expect(chained.code).toBe('DIRECTORY_INVALID')
    await admin.ask(endPost, { params: { postId }, body: { to: '2026-06-30', revision } })
    const after = (await postsOf(other.personId)).find((entry) => entry.postId === deputy.postId)
    expect(after).toMatchObject({ to: '2026-06-30', revision: 2 })
  })

  test('a correction says what was wrong and why', async () => {
    const { post } = await personWith(app, '陈静', 'department')
    const { postId, revision } = post as Post
    const silent = await admin.refused(correctPost, { params: { postId }, body: { title: '科长', revision } })
    expect(silent.code).toBe('REASON_REQUIRED')
    const corrected = await admin.ask(correctPost, {
      params: { postId },
      body: { title: '科长', from: '2025-06-01', reason: '录入有误', revision },
    })
    expect(corrected).toMatchObject({ title: '科长', from: '2025-06-01', revision: 2 })
    expect((await lastEvent()).data).toMatchObject({ before: { title: '部门发力' }, after: { title: '科长' } })
  })
})

test('posts are the security administrator’s alone', async () => {
  const { person } = await personWith(app, '某人', null)
  const body = { personId: person.personId, orgId: bureauOrg, role: 'town', title: null, from: '2026-05-01' } as const
  for (const role of ['systemAdmin', 'auditAdmin', 'districtOffice', 'leader'] as const) {
    const other = await asRole(app, role)
    expect((await other.refused(assignPost, { body })).code).toBe('FORBIDDEN')
  }
})

test('the last administrator of a kind hands over before leaving', async () => {
  await personWith(app, '另一名系统管理员', 'systemAdmin')
  const keepers = (await app.ask(getDirectory)).posts.filter(({ role, to }) => role === 'systemAdmin' && to === null)
  const ending = ({ postId, revision }: Post) => ({ params: { postId }, body: { to: '2026-12-31', revision } })
  for (const post of keepers.slice(1)) await admin.ask(endPost, ending(post))
  const refusal = await admin.refused(endPost, ending(keepers[0]!))
  expect(refusal.refusals).toMatchObject([{ code: 'DIRECTORY_INVALID', path: 'to' }])
})
