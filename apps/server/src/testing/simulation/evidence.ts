import { addEvidence } from '@guatu/contract'
import { png } from '../../features/evidence/testing/files.ts'
import type { District } from './district.ts'
import type { Person } from './world.ts'

/** A photo of a node, or of the item as a whole. */
export async function takePhoto(
  district: District,
  person: Person,
  itemId: string,
  nodeKey?: string,
): Promise<boolean> {
  const { client, random } = district
  const file = new File([png(random.between(2, 40), random.between(2, 40))], '现场.png', { type: 'image/png' })
  const query = nodeKey === undefined ? {} : { node: nodeKey }
  const kept = await client.ask(person, addEvidence, { params: { itemId }, query, file })
  if (kept.kind === 'done') district.tally('photos kept')
  return kept.kind === 'done'
}
