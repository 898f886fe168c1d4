import { expect, test } from 'vitest'
import { withClient } from '../postgres/connection.ts'
import { useSignInApp } from './testing/sign-in-app.ts'

const server = useSignInApp()

const tablesOf = (role: string, privilege: string) =>
  withClient(server.databaseUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind = 'r' and n.nspname in ('public', 'sign_in') and has_table_privilege($1, c.oid, $2) order by 1`,
      [role, privilege],
    )
    return rows.map(({ name }) => name)
  })

test.each(['guatu_app', 'guatu_system'])('%s sees nothing of accounts, whatever it asks', async (role) => {
  const readable = await tablesOf(role, 'select')
  expect(readable.length).toBeGreaterThan(10)
  expect(readable.filter((name) => name.startsWith('sign_in.'))).toEqual([])
  await withClient(server.databaseUrl, async (client) => {
    await client.query(`set role ${role}; set guatu.district = '330402'`)
    await expect(client.query('select * from sign_in.account')).rejects.toThrow(/permission denied/)
  })
})

test('the role of signing in writes nothing but its own tables, and reads no project', async () => {
  for (const privilege of ['insert', 'update', 'delete', 'truncate']) {
    const writable = await tablesOf('guatu_sign_in', privilege)
    expect(writable.filter((name) => name.startsWith('public.'))).toEqual([])
  }
  const readable = await tablesOf('guatu_sign_in', 'select')
  expect(readable.filter((name) => name.startsWith('public.'))).toEqual([
    'public.district',
    'public.org',
    'public.person',
    'public.post',
  ])
})

test('accounts of another district are out of sight', async () => {
  const { personId } = await server.signedIn('隔壁', [['town']], 'gebi')
  await withClient(server.databaseUrl, async (client) => {
    const count = async (district: string) => {
      await client.query(`set role guatu_sign_in; set guatu.district = '${district}'`)
      return (await client.query('select from sign_in.account where person_id = $1', [personId])).rowCount
    }
    expect([await count('330402'), await count('330411')]).toEqual([1, 0])
  })
})
