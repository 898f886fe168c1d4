import { Readable } from 'node:stream'
import { asKeeper, type Store, type Tx } from '../../store/store.ts'

/** What the database holds in one row. */
const partBytes = 1024 * 1024

/** Keeps a content under its hash, once: the second one who hands it in finds it there. */
export async function keepContent(tx: Tx, sha256: string, content: Buffer): Promise<void> {
  await asKeeper(tx, async () => {
    for (let part = 0; part * partBytes < content.length; part += 1) {
      await tx.client.query(
        'insert into evidence_content (district_id, sha256, part, content) values ($1, $2, $3, $4) on conflict do nothing',
        [tx.districtId, sha256, part, content.subarray(part * partBytes, (part + 1) * partBytes)],
      )
    }
  })
}

async function readPart(store: Store, sha256: string, part: number): Promise<Buffer | undefined> {
  return await store.read(async ({ client, districtId }) => {
    const { rows } = await client.query<{ content: Buffer }>(
      'select content from evidence_content where district_id = $1 and sha256 = $2 and part = $3',
      [districtId, sha256, part],
    )
    return rows[0]?.content
  })
}

async function* parts(store: Store, sha256: string, bytes: number): AsyncGenerator<Buffer, void> {
  for (let part = 0, sent = 0; sent < bytes; part += 1) {
    const content = await readPart(store, sha256, part)
    if (!content) throw new Error(`part ${part} of evidence ${sha256} is missing`)
    sent += content.length
    yield content
  }
}

/** A content part by part, each read by itself: a slow receiver holds no connection, and no file is in memory whole. */
export const contentStream = (store: Store, sha256: string, bytes: number): Readable =>
  Readable.from(parts(store, sha256, bytes), { objectMode: false })
