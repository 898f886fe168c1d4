import { readdirSync, readFileSync } from 'node:fs'
import type { LampLevel } from '@guatu/kernel'
import { chinaCalendar } from '@guatu/schedule'
import { describe, expect, test } from 'vitest'
import { sample } from '../../test/sample.ts'
import { definePlaybook } from '../define.ts'
import type { LampRule, Playbook } from '../playbook.ts'
import type { MonthHistory } from './history.ts'
import { lightLamps } from './light.ts'

interface Case extends Partial<MonthHistory> {
  readonly name: string
  readonly today: string
  readonly stage?: string
  readonly fields?: Readonly<Record<string, unknown>>
  /** A rule that is exempted over the whole year. */
  readonly exempt?: string
  readonly lamp: LampLevel
  readonly rules: readonly string[]
  readonly tells?: readonly string[]
  readonly consequence?: string
}

interface LampSet {
  readonly source: string
  readonly rules: readonly LampRule[]
  readonly thresholds: Readonly<Record<string, number>>
  readonly cases: readonly Case[]
}

const folder = new URL('../../../../fixtures/playbook/lamp-sets/', import.meta.url)
const title = (zh: string, en: string) => ({ zh, en })

/** The sample list with a city's rules, and the fields that they look at. */
const listOf = ({ rules, thresholds }: LampSet): Playbook =>
  definePlaybook({
    ...sample,
    fields: {
      ...sample.fields,
      started: { kind: 'date', title: title('实际开工', 'Started'), group: 'time', end: 'start' },
      counted: { kind: 'flag', title: title('入统', 'Counted'), group: 'basic' },
    },
    roles: { ...sample.roles, actualStart: 'started', inStatistics: 'counted' },
    lamps: { rules, thresholds },
  })

const always = {
  ...{ exemptionId: 'x', nodeKey: null, ground: 'policy' as const, from: '2026-01-01', until: '2026-12-31' },
  ...{ endedOn: null, by: '区府办' },
}

function light(playbook: Playbook, { today, stage = 'prepare', fields = {}, exempt, ...more }: Case) {
  const { since = null, figures = [], reports = [], monthEnds = [] } = more
  return lightLamps({
    ...{ playbook, today, item: { stage, fields }, nodes: [], calendar: chinaCalendar() },
    history: { since, figures, reports, monthEnds },
    exemptions: exempt ? [{ ...always, rule: exempt }] : [],
  })
}

for (const file of readdirSync(folder)) {
  const set: LampSet = JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
  describe(set.source, () => {
    const playbook = listOf(set)
    test.each(set.cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
      const { lamp, reasons } = light(playbook, one)
      const lit = reasons.filter(({ exempted }) => !exempted)
      expect(lamp).toBe(one.lamp)
      expect(lit.map(({ rule }) => rule)).toEqual(one.rules)
      const rule = playbook.lamps.rules.find(({ key }) => key === one.rules[0])
      const level = lit[0]?.level as keyof LampRule['levels']
      if (one.tells) expect(rule?.tells?.[level]).toEqual(one.tells)
      if (one.consequence) expect(rule?.consequence?.[level]?.zh).toBe(one.consequence)
      if (one.exempt) expect(reasons.map(({ exempted }) => exempted?.until)).toEqual(['2026-12-31'])
    })
  })
}
