import { extraKey, type LedgerItem } from '@guatu/ledger'
import { playbooks } from '@guatu/playbooks'
import { describe, expect, test } from 'vitest'
import { differences } from './compare.ts'
import { documentOf, type NameResolver } from './document.ts'

const playbook = playbooks[0]!
const ids: Readonly<Record<string, string>> = { 余新镇: '1', 区住建局: '2' }
const names: NameResolver = {
  idOf: (kind, name) => (name in ids ? `${kind}-${ids[name]}` : null),
  unitsIn: (value) => (Array.isArray(value) ? value : String(value).split('、')),
}
const documentFor = (fields: LedgerItem['fields']) => documentOf({ row: 2, title: '甲', fields }, playbook, names)

describe('a row as the store keeps it', () => {
  test('yuan become money, other money stays what it is', () => {
    const dollars = { amount: '5.00', currency: 'USD' } as const
    expect(documentFor({ totalInvestment: '16291000000.00' }).fields.totalInvestment).toEqual({
      amount: '16291000000.00',
      currency: 'CNY',
    })
    expect(documentFor({ totalInvestment: dollars }).fields.totalInvestment).toEqual(dollars)
  })
  test('names become ids', () => {
    expect(documentFor({ leadOrg: '余新镇' }).fields).toEqual({ leadOrg: 'org-1' })
    expect(documentFor({ leadOrg: '没有的单位' }).fields).toEqual({ leadOrg: null })
  })
  test('several units become their ids, those that are not known left out', () => {
    const helpers = { kind: 'orgs', title: { zh: '配合单位', en: 'Helpers' }, group: 'main' } as const
    const list = { ...playbook, fields: { ...playbook.fields, helpers } }
    const read = (value: string | string[]) =>
      documentOf({ row: 2, title: '甲', fields: { helpers: value } }, list, names)
    expect(read('余新镇、区住建局、某局').fields).toEqual({ helpers: ['org-1', 'org-2'] })
    expect(read(['区住建局']).fields).toEqual({ helpers: ['org-2'] })
  })
  test('the words of a choice become its key, other words stay', () => {
    const [key, choice] = Object.entries((playbook.fields.buildNature as { choices: object }).choices)[0]!
    expect(documentFor({ buildNature: choice.title.zh }).fields).toEqual({ buildNature: key })
    expect(documentFor({ buildNature: key }).fields).toEqual({ buildNature: key })
    expect(documentFor({ buildNature: '其他写法' }).fields).toEqual({ buildNature: '其他写法' })
  })
  test('a stage stands beside the fields; unknown words of it go with what fits no column', () => {
    expect(documentFor({ stage: { key: 'construction', raw: '在建' } })).toEqual({ fields: {}, stage: 'construction' })
    const unknown = documentFor({ stage: { key: null, raw: '谈判中' }, [extraKey]: { 备案: '有' } })
    expect(unknown).toEqual({
      fields: { [extraKey]: { 备案: '有', [playbook.stageColumn.title.zh]: '谈判中' } },
      stage: null,
    })
  })
  test('what the list does not know is left out', () => {
    expect(documentFor({ nonsense: 'x' } as LedgerItem['fields'])).toEqual({ fields: {}, stage: null })
  })
})

describe('cells that differ', () => {
  const stored = {
    stage: 'reserve',
    fields: {
      totalInvestment: { amount: '1.00', currency: 'CNY', bound: 'about', raw: '约一元' },
      landAreaMu: 12.5,
      location: '凤桥镇',
    },
  }
  const changes = (fields: Record<string, unknown>, stage: string | null = null) =>
    differences({ fields, stage }, stored)

  test('are told with what stands and what comes', () => {
    expect(changes({ location: '新丰镇', remark: '新' })).toEqual([
      { field: 'location', before: '凤桥镇', after: '新丰镇' },
      { field: 'remark', before: null, after: '新' },
    ])
  })
  test('are none where a column is missing or an amount is only written otherwise', () => {
    const written = { amount: '1.00', currency: 'CNY', bound: 'about', raw: '1元左右' }
    expect(changes({ totalInvestment: written, landAreaMu: 12.5 })).toEqual([])
  })
  test('are found where an amount becomes exact, and in fractions', () => {
    const exact = { amount: '1.00', currency: 'CNY' }
    expect(changes({ totalInvestment: exact, landAreaMu: 12.25 }).map(({ field }) => field)).toEqual([
      'totalInvestment',
      'landAreaMu',
    ])
  })
  test('include the stage, where the ledger says one', () => {
    expect(changes({}, 'reserve')).toEqual([])
    expect(changes({}, 'construction')).toEqual([{ field: 'stage', before: 'reserve', after: 'construction' }])
  })
})
