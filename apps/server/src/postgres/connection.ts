import pg from 'pg'
import { clusterOwner } from './cluster.ts'

/** The address of a database behind a private socket, in the form that every PostgreSQL client reads. */
export function socketUrl(socketFolder: string, database: string): string {
  return `postgresql://${clusterOwner}@localhost/${database}?host=${encodeURIComponent(socketFolder)}`
}

/** The same server, another database. */
export function withDatabase(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.toString()
}

/** Opens one connection, hands it over, closes it in any case. */
export async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'guatu' })
  // A connection that breaks while idle says so here; the query in flight rejects by itself.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** SQLSTATE of a server's refusal, or the system's code of a failed connection. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error ? (error as Error & { code?: string }).code : undefined
}
