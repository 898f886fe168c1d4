import { type Dictionaries, type Field, isEmpty, type Playbook } from '@guatu/playbook'
import { fromDay, toDay } from '@guatu/schedule'
import type { Random } from '../../demo/random.ts'
import type { World } from './world.ts'

export interface Filling {
  readonly world: World
  readonly random: Random
  readonly dictionaries: Dictionaries
  readonly today: string
}

const sentences = ['已与相关单位对接', '现场踏勘后确定方案', '材料补齐后报批', '周例会已议定', '管线迁改方案待批复']

/** A value that a field of any kind takes, as somebody in the district would fill it in. */
export function valueFor(field: Field, { world, random, dictionaries, today }: Filling): unknown {
  const day = (from: number, to: number) => fromDay(toDay(today) + random.between(from, to))
  const code = (kind: 'area' | 'industry' | 'districtIndustry') => {
    const codes = (dictionaries[kind]?.entries ?? []).map((entry) => entry.code)
    return codes.length > 0 ? random.pick(codes) : null
  }
  const unit = () => random.pick([...world.towns, ...world.departments]).orgId
  switch (field.kind) {
    case 'text':
    case 'longText':
      return field.pattern
        ? null
        : `${random.pick(sentences)}（${random.between(1, 999)}）`.slice(0, field.maxLength ?? 60)
    case 'integer':
    case 'number':
      return Math.min(field.max ?? 1_000, Math.max(field.min ?? 1, random.between(1, 80)))
    case 'percent':
      return random.between(0, 100)
    case 'money':
      return { amount: `${random.between(1, 9_000)}0000.00`, currency: 'CNY' }
    case 'date':
      return { date: field.end === 'start' ? day(-20, 0) : day(3, 40), precision: 'day' }
    case 'choice': {
      // The first are the usual ones.
      const choices = Object.keys(field.choices)
      const last = choices.length - 1
      return choices[Math.min(random.between(0, last), random.between(0, last))]
    }
    case 'flag':
      return random.chance(0.5)
    case 'org':
      return unit()
    case 'orgs':
      return [...new Set([unit(), unit()])]
    case 'person':
      return random.pick(world.of('town', 'department')).personId
    case 'area':
    case 'industry':
    case 'districtIndustry':
      return code(field.kind)
    case 'uscc':
      return '91350100M000100Y43'
    case 'phone':
      return '0573-82838888'
  }
}

/** Values for these fields; those that stand already keep what they have, but for some that are named anew. */
export function valuesFor(
  playbook: Playbook,
  keys: readonly string[],
  standing: Readonly<Record<string, unknown>>,
  filling: Filling,
): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const key of keys) {
    const field = playbook.fields[key]
    if (!field || (!isEmpty(standing[key]) && filling.random.chance(0.7))) continue
    const value = valueFor(field, filling)
    if (value !== null) values[key] = value
  }
  return values
}
