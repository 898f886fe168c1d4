import { amountOfCents, type PartialDate } from '@guatu/kernel'
import { investmentFigures, roleValue, yuanCents } from './lamp/item-figures.ts'
import type { FieldRole, Playbook } from './playbook.ts'

/** What the store keeps of an item in typed columns, whatever its list calls the fields. */
export interface Projection {
  readonly title: string
  /** Decimal strings in yuan; null without a figure and for foreign money, which has no dated rate. */
  readonly amountCny: string | null
  readonly planCny: string | null
  readonly doneCny: string | null
  readonly plannedStart: string | null
  readonly deadline: string | null
  readonly areaCode: string | null
  /** Directory ids. */
  readonly leadOrg: string | null
  readonly owner: string | null
  /** Percentage points behind the time schedule, negative when ahead; null where plan or figure is missing. */
  readonly behindPoints: number | null
  readonly landAreaMu: number | null
}

export interface ProjectionInput {
  readonly playbook: Playbook
  readonly fields: Readonly<Record<string, unknown>>
  readonly today: string
}

export function projectionOf({ playbook, fields, today }: ProjectionInput): Projection {
  const value = (role: FieldRole) => roleValue(playbook, fields, role)
  const yuan = (role: FieldRole) => {
    const cents = yuanCents(value(role))
    return cents === null ? null : amountOfCents(cents)
  }
  const investment = investmentFigures(playbook, fields, today)
  return {
    title: String(value('title') ?? ''),
    amountCny: yuan('amount'),
    planCny: yuan('annualPlan'),
    doneCny: yuan('annualDone'),
    plannedStart: (value('start') as PartialDate | null)?.date ?? null,
    deadline: (value('finish') as PartialDate | null)?.date ?? null,
    areaCode: value('area') as string | null,
    leadOrg: value('leadOrg') as string | null,
    owner: value('owner') as string | null,
    behindPoints: investment.hasPlan && investment.reported ? investment.behindPoints : null,
    landAreaMu: value('landAreaMu') as number | null,
  }
}
