import type pg from 'pg'

/** Statements, one a row, that drop what stands on the tables: a ring of tables, policies and functions has no order. */
const listStatements = `
  select format('drop policy %I on %s', p.polname, p.polrelid::regclass) as statement
    from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in (current_schema(), 'sign_in')
      and exists (select from pg_roles g where g.oid = any(p.polroles) and g.rolname like 'guatu\\_%')
  union all
  select 'drop function ' || string_agg(f.oid::regprocedure::text, ', ')
    from pg_proc f join pg_namespace n on n.oid = f.pronamespace
    where n.nspname in (current_schema(), 'sign_in') and f.proname like 'guatu\\_%'
    having count(*) > 0`

/** Drops Guatu's policies and the functions that they ask; migrations make both anew. */
export async function dropPolicies(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(listStatements)
  for (const { statement } of rows) await client.query(statement)
}
