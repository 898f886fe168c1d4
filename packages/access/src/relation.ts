import type { Phase, Title } from '@guatu/kernel'

/** How an item stands to the holder of a post. A unit stands for itself and everything below it. */
export const relations = {
  all: { zh: '全区', en: 'all of the district' },
  lead: { zh: '牵头（责任）单位', en: 'led by the unit' },
  cooperating: { zh: '配合单位', en: 'the unit co-operates' },
  supervising: { zh: '督办（主管）单位', en: 'the unit supervises' },
  area: { zh: '位于辖区', en: 'sited in the unit’s area' },
  owner: { zh: '本人负责', en: 'owned by the person' },
  leader: { zh: '本人为责任领导', en: 'the person is its leader' },
  team: { zh: '专班成员', en: 'on its team' },
  raiser: { zh: '提出（申请）方', en: 'raised by the unit or person' },
  issuer: { zh: '签发（督导）方', en: 'issued by the unit or person' },
  nodeDuty: { zh: '负责其中节点', en: 'answers for one of its nodes' },
  charge: { zh: '包联', en: 'in the person’s charge' },
  firm: { zh: '本企业的', en: 'the firm’s own' },
  partner: { zh: '本伙伴引荐的', en: 'brought by the partner' },
  opened: { zh: '已向人大公开', en: 'opened to oversight' },
} as const satisfies Record<string, Title>

export type Relation = keyof typeof relations

/** One tie of an item: to a unit, a person, an area, or to itself. `id` is '' where the tie is the item's own state. */
export interface Tie {
  readonly relation: Exclude<Relation, 'all' | 'charge'> | 'item'
  readonly id: string
}

/** What the rules look at in an item. */
export interface Standing {
  readonly itemId: string
  readonly phase: Phase
  readonly ties: readonly Tie[]
}
