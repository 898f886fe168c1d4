import { createHash } from 'node:crypto'
import type { Title } from '@guatu/kernel'
import type { ChainReader } from './walk.ts'

/** What can be wrong with something that an event tells of and that lies beside the chain. */
export type KeptProblem = 'altered' | 'missing' | 'untold'

export const keptProblems: Readonly<Record<KeptProblem, Title>> = {
  altered: { zh: '内容与留痕中的指纹不符', en: 'is not what the record has the digest of' },
  missing: { zh: '缺失', en: 'is missing' },
  untold: { zh: '没有留痕', en: 'is told of by no event' },
}

export interface KeptFault {
  /** The event that tells of it. */
  readonly seq: number
  readonly title: Title
  readonly problem: KeptProblem
}

interface ToldFile {
  readonly seq: number
  readonly fileName: string
  readonly sha256: string
  /** Of the file's row; null: it is gone. */
  readonly rowSha256: string | null
}

const toldFiles = `
  select v.seq::int as seq, v.data ->> 'fileName' as "fileName", v.data ->> 'sha256' as sha256, e.sha256 as "rowSha256"
  from event v left join evidence e
    on e.district_id = v.district_id and e.evidence_id::text = v.data ->> 'evidenceId'
  where v.district_id = $1 and v.verb = 'evidence.added' order by v.seq`

/** The digest of a stored content, read a part at a time; null: there is none. */
async function storedDigest({ client, districtId }: ChainReader, sha256: string): Promise<string | null> {
  const hash = createHash('sha256')
  for (let part = 0; ; part += 1) {
    const { rows } = await client.query<{ content: Buffer }>(
      'select content from evidence_content where district_id = $1 and sha256 = $2 and part = $3',
      [districtId, sha256, part],
    )
    if (!rows[0]) return part === 0 ? null : hash.digest('hex')
    hash.update(rows[0].content)
  }
}

/** Compares every file that the record tells of with its content, byte by byte. Names all that differ. */
export async function verifyEvidence(
  tx: ChainReader,
): Promise<{ readonly files: number; readonly faults: KeptFault[] }> {
  const { rows } = await tx.client.query<ToldFile>(toldFiles, [tx.districtId])
  const digests = new Map<string, string | null>()
  const faults: KeptFault[] = []
  for (const { seq, fileName, sha256, rowSha256 } of rows) {
    if (!digests.has(sha256)) digests.set(sha256, await storedDigest(tx, sha256))
    const digest = digests.get(sha256)
    const title = { zh: `佐证《${fileName}》`, en: `evidence '${fileName}'` }
    if (rowSha256 === null || digest === null) faults.push({ seq, title, problem: 'missing' })
    else if (rowSha256 !== sha256 || digest !== sha256) faults.push({ seq, title, problem: 'altered' })
  }
  return { files: digests.size, faults }
}
