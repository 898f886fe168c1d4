import type { ItemReply, NewLink } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'
import type { Translate } from '../../app/language.ts'
import { deskTexts as texts } from './texts.ts'

type Values = Readonly<Record<string, unknown>>

interface About {
  readonly orders: Playbook
  /** The list of the item that it is about. */
  readonly of: Playbook
  readonly reply: ItemReply
  readonly nodeKey: string | undefined
}

/** The kind of link that fits the list best: one made for what it can do, else the one for anything. */
function linkKindTo({ linkKinds = {} }: Playbook, { capabilities }: Playbook): string | undefined {
  const kinds = Object.entries(linkKinds)
  const own = kinds.find(([, { to }]) => to !== 'any' && capabilities.includes(to))
  return (own ?? kinds.find(([, { to }]) => to === 'any'))?.[0]
}

/** Links of the new order. One that follows another is about the same as that one. */
export function linksOf({ orders, of, reply, nodeKey }: About): NewLink[] {
  const kind = linkKindTo(orders, of)
  if (!kind) return []
  const own: NewLink = { kind, itemId: reply.item.itemId, ...(nodeKey ? { nodeKey } : {}) }
  const inherited = reply.links.filter(
    (link) => of.key === orders.key && link.direction === 'to' && orders.linkKinds?.[link.kind]?.to === 'any',
  )
  return [
    own,
    ...inherited.map((link) => ({
      kind: link.kind,
      itemId: link.itemId,
      ...(link.nodeKey ? { nodeKey: link.nodeKey } : {}),
    })),
  ]
}

/** The graver kind after that of the order which it follows. */
function nextKind({ orders, of, reply }: About): Values {
  const { numbering, fields } = orders
  const field = numbering && fields[numbering.by]
  if (of.key !== orders.key || !numbering || field?.kind !== 'choice') return {}
  const kinds = Object.keys(field.choices)
  const next = kinds[kinds.indexOf(String(reply.item.fields[numbering.by])) + 1]
  return next ? { [numbering.by]: next } : {}
}

/** What the lamps say, and what stands in the way by the item's own account. */
function groundOf(t: Translate, { of, reply, nodeKey }: About, title: string): string {
  const { item } = reply
  const lit = item.lampReasons.filter((reason) => nodeKey === undefined || reason.nodeKey === nodeKey)
  const blockers = of.roles.blockers ? item.fields[of.roles.blockers] : undefined
  const said = [...lit.map(({ text }) => t(text)), ...(typeof blockers === 'string' ? [blockers] : [])]
  return said.length > 0 ? t(texts.ground, { title, reasons: said.join('；') }) : ''
}

/** What of the new order follows from what it is about. */
export function prefilled(t: Translate, about: About): Values {
  const { item, plan } = about.reply
  const node = plan.nodes.find((candidate) => candidate.nodeKey === about.nodeKey)
  const title = node ? `${item.title}“${node.title}”` : item.title
  const leadOrg = node?.leadOrgId ?? item.leadOrgId
  const ground = groundOf(t, about, title)
  const follows = about.of.key === about.orders.key
  return {
    title: (follows ? title : t(texts.titleAbout, { title })).slice(0, 120),
    ...(ground ? { ground } : {}),
    ...(leadOrg ? { leadOrg } : {}),
    ...(item.areaCode ? { area: item.areaCode } : {}),
    ...nextKind(about),
  }
}
