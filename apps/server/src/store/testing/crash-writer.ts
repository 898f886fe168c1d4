import { playbooks } from '@guatu/playbooks'
import { createItemFeature } from '../../features/items/create.ts'
import { updateItemFeature } from '../../features/items/update.ts'
import { openDistrict } from '../../guatu.ts'

/**
 * Writes for as long as it lives, several at once, and prints `itemId revision` for each write that was acknowledged:
 * what a test kills amid its work. Takes the database's address as its argument.
 */
const [url = ''] = process.argv.slice(2)
const lanes = 4
const today = '2026-06-15'

const { deps } = await openDistrict({ url, today: () => today })
const playbook = playbooks[0]!
const title = Object.keys(playbook.fields).find((key) => key === playbook.roles.title) ?? 'title'

async function write(name: string): Promise<void> {
  const body = { playbook: playbook.key, fields: { [title]: name } }
  const created = await createItemFeature.handle(deps, { body } as never)
  if (created.kind === 'refused') throw new Error(JSON.stringify(created.refusals))
  const { itemId } = created.value as { itemId: string }
  process.stdout.write(`${itemId} 1\n`)
  for (let revision = 1; revision < 4; revision += 1) {
    const edit = { params: { itemId }, body: { revision, fields: { [title]: `${name}-${revision}` } } }
    const edited = await updateItemFeature.handle(deps, edit as never)
    if (edited.kind === 'done') process.stdout.write(`${itemId} ${revision + 1}\n`)
  }
}

async function lane(number: number): Promise<never> {
  for (let count = 0; ; count += 1) {
    // The server may be away for a moment: what it did not acknowledge does not count.
    await write(`项目${process.pid}-${number}-${count}`).catch(() => new Promise((over) => setTimeout(over, 50)))
  }
}

await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)))
