import { getItem } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'
import { playbookOf } from '../../api/playbook.ts'
import { useRoute } from '../../api/query.ts'
import { useSession } from '../../api/session.tsx'
import { useText } from '../../app/language.ts'
import { ItemDialog } from '../../forms/item-dialog.tsx'
import { toast } from '../../ui/toast.tsx'
import { linksOf, prefilled } from './prefill.ts'
import { deskTexts as texts } from './texts.ts'

interface NewProps {
  readonly playbook: Playbook
  /** The item that it is about, and one of its nodes. */
  readonly about: string | undefined
  readonly node: string | undefined
  readonly onClose: () => void
}

/** What the gate of the first move asks for, and what stands before it: the list knows which fields an order needs. */
function askedFields({ fields, gates, stages, numbering }: Playbook): string[] {
  const needed = gates
    .filter(({ to }) => to === stages[1]?.key)
    .flatMap(({ needs }) => needs.flatMap((need) => (need.kind === 'field' ? need.field : [])))
  const required = Object.keys(fields).filter((key) => fields[key]?.required)
  return [...new Set([...(numbering ? [numbering.by] : []), ...required, ...needed])]
}

/** The unit that the reader writes for: of the posts that he holds, the first. */
const ownUnit = (me: ReturnType<typeof useSession>['me']): string | undefined => me?.posts[0]?.orgId

/** A further order, prefilled from what it is about. */
export function NewOrder({ playbook, about, node, onClose }: NewProps) {
  const t = useText()
  const { me } = useSession()
  const { data } = useRoute(getItem, { params: { itemId: about ?? '' } }, { enabled: about !== undefined })
  if (about !== undefined && !data) return null
  const issuer = Object.keys(playbook.fields).find(
    (key) => playbook.fields[key]?.relation === 'issuer' && playbook.fields[key]?.kind === 'org',
  )
  const unit = ownUnit(me)
  const of = playbookOf(data?.item.playbookKey)
  const source = data && of ? { orders: playbook, of, reply: data, nodeKey: node } : null
  const preset = { ...(issuer && unit ? { [issuer]: unit } : {}), ...(source ? prefilled(t, source) : {}) }
  const known = Object.fromEntries(Object.entries(preset).filter(([key]) => key in playbook.fields))
  return (
    <ItemDialog
      playbook={playbook}
      title={t(texts.newOrder)}
      act={t(texts.draft)}
      fields={askedFields(playbook)}
      preset={known}
      {...(source ? { links: linksOf(source) } : {})}
      onMade={() => toast({ text: t(texts.drafted) })}
      onClose={onClose}
    >
      {data ? <p className="desk-about">{t(texts.about, { title: data.item.title })}</p> : null}
    </ItemDialog>
  )
}
