import type pg from 'pg'

/** A table of Guatu's with its columns, as the database's catalog tells. */
export interface TableShape {
  readonly name: string
  readonly columns: readonly string[]
  /** Tables that its foreign keys point to. */
  readonly refersTo: readonly string[]
}

/**
 * Guatu's own tables: those that its role was granted anything on. The catalog is asked, so that a table of a later
 * migration is backed up without anybody thinking of it, and a stranger's table in the same database is left alone.
 */
const listTables = `
  select c.relname::text as name,
    array(select a.attname::text from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      order by a.attnum) as columns,
    array(select distinct r.relname::text from pg_constraint k join pg_class r on r.oid = k.confrelid
      where k.conrelid = c.oid and k.contype = 'f' and r.oid <> c.oid) as "refersTo"
  from pg_class c
  where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    and exists (select from aclexplode(c.relacl) p join pg_roles g on g.oid = p.grantee where g.rolname = 'guatu_app')
  order by c.relname`

/** Puts what others refer to first; a ring of references is a bug of the schema. */
export function inLoadOrder(tables: readonly TableShape[]): TableShape[] {
  const ordered: TableShape[] = []
  let waiting = [...tables]
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ name }) => name))
    const ready = waiting.filter(({ refersTo }) => !refersTo.some((name) => names.has(name)))
    if (ready.length === 0) throw new Error(`tables refer to each other: ${[...names].join(', ')}`)
    ordered.push(...ready)
    waiting = waiting.filter((table) => !ready.includes(table))
  }
  return ordered
}

export async function tablesOf(client: pg.ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(listTables)
  return inLoadOrder(rows)
}

/** Names come from the catalog or from a checked manifest; quoted, since a column may be called like a keyword. */
export const quoted = (name: string) => `"${name}"`

export const columnList = (columns: readonly string[]) => columns.map(quoted).join(', ')

/** Text that every supported server writes and reads alike. */
export const sameTextSettings = `
  set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local client_encoding = 'UTF8';
  set local row_security = off; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`
