import type pg from 'pg'

/** A table of Guatu's with its columns, as the database's catalog tells. */
export interface TableShape {
  readonly name: string
  readonly columns: readonly string[]
  /** Tables that its foreign keys point to. */
  readonly refersTo: readonly string[]
}

/** The roles that Guatu acts in; whatever they were granted anything on is Guatu's. */
const roles = `('guatu_app', 'guatu_system', 'guatu_sign_in')`
/** Tables of another schema than the data's carry its name. */
const nameOf = (table: string, schema: string) =>
  `case when ${schema}.nspname = current_schema() then '' else ${schema}.nspname || '.' end || ${table}.relname`

/**
 * Guatu's own tables: those that its roles were granted anything on. The catalog is asked, so that a table of a later
 * migration is backed up without anybody thinking of it, and a stranger's table in the same database is left alone.
 */
const listTables = `
  select ${nameOf('c', 'n')} as name,
    array(select a.attname::text from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      order by a.attnum) as columns,
    array(select distinct ${nameOf('r', 'm')} from pg_constraint k
      join pg_class r on r.oid = k.confrelid join pg_namespace m on m.oid = r.relnamespace
      where k.conrelid = c.oid and k.contype = 'f' and r.oid <> c.oid) as "refersTo"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in (current_schema(), 'sign_in') and c.relkind in ('r', 'p') and not c.relispartition
    and exists (select from aclexplode(c.relacl) p join pg_roles g on g.oid = p.grantee where g.rolname in ${roles})
  order by 1`

/** Sessions and links that a backup must not bring back to life; their tables are kept, empty. */
const transient = new Set(['sign_in.session', 'sign_in.verification', 'sign_in.link', 'sign_in.open_id_start'])
export const isTransient = (table: string): boolean => transient.has(table)

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
export const quoted = (name: string) =>
  name
    .split('.')
    .map((part) => `"${part}"`)
    .join('.')

export const columnList = (columns: readonly string[]) => columns.map(quoted).join(', ')

/** Text that every supported server writes and reads alike. */
export const sameTextSettings = `
  set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local client_encoding = 'UTF8';
  set local row_security = off; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`
