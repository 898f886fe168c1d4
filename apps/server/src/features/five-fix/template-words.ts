import { fiveFixGaps, type Playbook } from '@guatu/playbook'
import { type Edition, editionOf } from '../../store/items/list-context.ts'
import { selectItems } from '../../store/past/source.ts'
import type { Tx } from '../../store/store.ts'
import type { TemplateWords } from './gap-sql.ts'

const unplanned = {
  title: '-',
  ownerId: null,
  plannedStart: null,
  plannedFinish: null,
  leadOrgId: null,
  leaderId: null,
}

function wordsOf({ playbook, planRevision, template }: Edition): TemplateWords {
  const key = (nodeKey: string) => `${playbook.version}/${planRevision}/${nodeKey}`
  const unsaid = template.nodes.filter((node) =>
    fiveFixGaps({ ...unplanned, standard: node.standard.zh, done: false }, node).includes('standard'),
  )
  const evidenced = template.nodes.filter((node) => (node.evidence?.zh ?? '').trim() !== '')
  return { unsaid: unsaid.map((node) => key(node.key)), evidenced: evidenced.map((node) => key(node.key)) }
}

/** What the editions that the items of a list pin say of their nodes, for the rows that do not say it themselves. */
export async function templateWords(tx: Tx, playbook: Playbook): Promise<TemplateWords> {
  const pinned = await selectItems(tx)
    .select(['item.playbookVersion', 'item.planRevision'])
    .distinct()
    .where('item.districtId', '=', tx.districtId)
    .where('item.playbookKey', '=', playbook.key)
    .execute()
  const words: TemplateWords[] = []
  for (const { playbookVersion, planRevision } of pinned) {
    words.push(wordsOf(await editionOf(tx, playbook, playbookVersion, planRevision)))
  }
  return {
    unsaid: words.flatMap((one) => one.unsaid),
    evidenced: words.flatMap((one) => one.evidenced),
  }
}
