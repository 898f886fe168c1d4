import { amountOfCents, centsOf, type Money, type PartialDate } from '@guatu/kernel'
import { hundredths } from '../lamp/elapsed-percent.ts'
import type { Playbook } from '../playbook.ts'
import type { PledgeMeasure, PledgeSense } from './sense.ts'

type Fields = Readonly<Record<string, unknown>>

/** The project that a pledge was given for, as far as pledges look at it. */
export interface PledgedProject {
  readonly playbook: Playbook
  readonly stage: string
  /** Verified figures only: what is merely reported keeps no promise. */
  readonly figures: readonly { readonly metric: string; readonly period: string; readonly value: string }[]
  /** Site area, for figures per mu; null where it is not known. */
  readonly landAreaMu: string | null
}

export interface PromiseState {
  readonly kind: string
  readonly measure: PledgeMeasure['measure'] | null
  /** Decimal text: yuan, yuan per mu, or the number promised; null for a milestone. */
  readonly promised: string | null
  /** The same of what is verified; null where nothing is. */
  readonly actual: string | null
  readonly due: string | null
  /** There is something verified that it can be held against. */
  readonly known: boolean
  readonly kept: boolean
  /** Verified as a share of what was promised, in percent with two decimals; 0 where nothing is known. */
  readonly percent: number
}

/** Areas and numbers are compared in ten-thousandths, exactly. */
const scale = 10_000n

function scaled(text: string): bigint {
  const [whole = '0', fraction = ''] = text.split('.')
  return BigInt(whole) * scale + BigInt(fraction.padEnd(4, '0').slice(0, 4))
}

/** A metric's verified figure: the latest period's, or its whole sum over the years. */
function verified({ figures, playbook }: PledgedProject, metric: string, isTotal: boolean): string | null {
  const own = figures.filter((figure) => figure.metric === metric).sort((a, b) => (a.period < b.period ? -1 : 1))
  const latest = own.at(-1)
  if (!latest) return null
  if (!isTotal) return latest.value
  const parts = playbook.metrics[metric]?.aggregation === 'sum' ? own : yearEnds(own)
  return amountOfCents(parts.reduce((sum, { value }) => sum + centsOf(value), 0n))
}

/** Of a figure that is cumulative within its year, the last one of each year. */
const yearEnds = <F extends { readonly period: string }>(figures: readonly F[]): F[] => [
  ...new Map(figures.map((figure) => [figure.period.slice(0, 4), figure])).values(),
]

const unknown = { actual: null, known: false, kept: false, percent: 0 }

/** A pledge by its fields, held against what is verified of its project; a milestone counts once its stage is reached. */
export function promiseState(sense: PledgeSense, fields: Fields, project: PledgedProject | null): PromiseState {
  const kind = String(fields[sense.kind] ?? '')
  const measure = sense.kinds[kind]
  const due = (fields[sense.due] as PartialDate | null | undefined)?.date ?? null
  const promised = measure ? promisedText(sense, fields, measure) : null
  const base = { kind, measure: measure?.measure ?? null, promised, due }
  if (!measure || !project) return { ...base, ...unknown }
  if (measure.measure === 'milestone') {
    const kept = hasReached(project, measure.reaches)
    return { ...base, actual: null, known: true, kept, percent: kept ? 100 : 0 }
  }
  const found = verified(project, measure.metric, measure.total === true)
  if (found === null || promised === null) return { ...base, ...unknown }
  if (measure.measure === 'perMu') return { ...base, ...heldPerMu(centsOf(promised), centsOf(found), project) }
  return { ...base, actual: found, known: true, ...held(measure.measure, scaled(promised), scaled(found)) }
}

function promisedText(sense: PledgeSense, fields: Fields, { measure }: PledgeMeasure): string | null {
  if (measure === 'milestone') return null
  if (measure === 'atMost') return fields[sense.number] == null ? null : String(fields[sense.number])
  const money = fields[sense.amount] as Money | null | undefined
  return money?.currency === 'CNY' ? money.amount : null
}

function hasReached({ playbook, stage }: PledgedProject, reaches: string): boolean {
  const place = (key: string) => playbook.stages.findIndex((candidate) => candidate.key === key)
  const mark = playbook.stages.findIndex((candidate) => candidate.key === reaches || candidate.reaches === reaches)
  return mark >= 0 && place(stage) >= mark
}

function held(measure: 'atLeast' | 'atMost', promised: bigint, actual: bigint) {
  return { kept: measure === 'atMost' ? actual <= promised : actual >= promised, percent: share(actual, promised) }
}

const share = (actual: bigint, promised: bigint): number =>
  promised <= 0n ? 0 : hundredths(Number((actual * 1_000_000n) / promised) / 10_000)

/** Compared by multiplying out, so that no rounding of the figure per mu decides; the figure shown is to the cent. */
function heldPerMu(promisedCents: bigint, actualCents: bigint, { landAreaMu }: PledgedProject) {
  const area = landAreaMu === null ? 0n : scaled(landAreaMu)
  if (area <= 0n) return unknown
  const due = promisedCents * area
  const done = actualCents * scale
  const perMuCents = (done * 2n + area) / (area * 2n)
  return { actual: amountOfCents(perMuCents), known: true, kept: done >= due, percent: share(done, due) }
}
