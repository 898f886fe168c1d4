import type { ItemReply } from '@guatu/contract'
import type { Capability } from '@guatu/playbook'
import { playbooks } from '@guatu/playbooks'
import { describe, expect, test } from 'vitest'
import { translate } from '../../app/language.ts'
import { linksOf, prefilled } from './prefill.ts'

const listOf = (capability: Capability) => playbooks.find(({ capabilities }) => capabilities.includes(capability))!
const orders = listOf('orders')

const reason = (zh: string, nodeKey?: string) => ({
  ...{ rule: 'late', level: 'red' as const, figures: {}, text: { zh, en: zh } },
  ...(nodeKey ? { nodeKey } : {}),
})

const reply = (item: object = {}, links: object[] = []) =>
  ({
    item: { itemId: 'i', title: '甲项目', leadOrgId: 'unit', areaCode: '330402', lampReasons: [], fields: {}, ...item },
    plan: { nodes: [{ nodeKey: 'permit', title: '施工许可', leadOrgId: 'bureau' }] },
    links,
  }) as unknown as ItemReply

const about = (capability: Capability, of: ItemReply, nodeKey?: string) => ({
  orders,
  of: listOf(capability),
  reply: of,
  nodeKey,
})

describe('an order', () => {
  test('about a late node names it, its unit and what its lamps say', () => {
    const lampReasons = [reason('已逾期 9 天', 'permit'), reason('投资落后')]
    const input = about('schedule', reply({ lampReasons }), 'permit')
    expect(prefilled(translate, input)).toEqual({
      title: '加快推进甲项目“施工许可”',
      ground: '“甲项目“施工许可””：已逾期 9 天',
      leadOrg: 'bureau',
      area: '330402',
    })
    expect(linksOf(input)).toEqual([{ kind: 'about', itemId: 'i', nodeKey: 'permit' }])
  })

  test('of what was promised on a visit is linked so, with what was found there', () => {
    const input = about('visits', reply({ fields: { findings: '桩基未进场' } }))
    expect(prefilled(translate, input).ground).toBe('“甲项目”：桩基未进场')
    expect(linksOf(input)).toEqual([{ kind: 'promisedIn', itemId: 'i' }])
    expect(linksOf(about('decisions', reply()))).toEqual([{ kind: 'decidedIn', itemId: 'i' }])
  })

  test('after another is the graver kind, cites it and is about the same', () => {
    const same = { direction: 'to', kind: 'about', itemId: 'p', nodeKey: 'permit' }
    const links = [same, { ...same, kind: 'cites', itemId: 'o' }, { ...same, direction: 'from', itemId: 'x' }]
    const input = about('orders', reply({ fields: { orderKind: 'order' } }, links))
    expect(prefilled(translate, input)).toMatchObject({ title: '甲项目', orderKind: 'yellowCard' })
    expect(linksOf(input)).toEqual([
      { kind: 'cites', itemId: 'i' },
      { kind: 'about', itemId: 'p', nodeKey: 'permit' },
    ])
    expect(prefilled(translate, about('orders', reply({ fields: { orderKind: 'redCard' } })))).not.toHaveProperty(
      'orderKind',
    )
  })
})
