import type { Day } from '../calendar/day.ts'
import { NO_LOWER } from '../engine/network.ts'
import type { Model } from '../network/compile.ts'
import { computeTimes } from '../network/compute.ts'
import type { ActivityInput, LinkInput, ScheduleInput } from '../network/input.ts'
import { nodesOf } from '../network/node.ts'
import type { PlanActivity } from '../network/plan.ts'
import { Problems } from '../network/problems.ts'
import { readActivity } from '../network/read-activity.ts'
import type { Problem, Refused, ScheduleOutcome } from '../network/result.ts'
import { readModel, schedule } from '../schedule.ts'
import { LiveNetwork } from './live-network.ts'

/** One change to a plan. Links are named by their number: the position in the plan, and what `add-link` answered. */
export type Edit =
  | { readonly kind: 'activity'; readonly id: string; readonly change: Partial<Omit<ActivityInput, 'id' | 'parent'>> }
  | { readonly kind: 'lag'; readonly link: number; readonly lag: number }
  | { readonly kind: 'add-link'; readonly link: LinkInput }
  | { readonly kind: 'remove-link'; readonly link: number }
  | { readonly kind: 'plan'; readonly change: Partial<Omit<ScheduleInput, 'activities' | 'links'>> }

export type EditOutcome =
  | { readonly kind: 'edited'; readonly moved: readonly string[]; readonly link: number | null }
  | Refused

/** The part of a plan that is computed incrementally: nodes and weights in one table of days. */
type Running = {
  readonly model: Model
  readonly network: LiveNetwork
  readonly activities: PlanActivity[]
  /** Between the numbers that users know links by and those of the network. */
  readonly networkLink: Map<number, number>
  readonly planLink: number[]
}

/** Durations and lags beyond this are checked against overflow, which takes the whole plan. */
const QUICK_DAYS = 10_000

const refused = (problems: readonly Problem[]): Refused => ({ kind: 'refused', problems })

/**
 * A plan that is kept scheduled while it is edited. What an edit of a duration, a lag, a constraint or a link between
 * activities of one calendar reaches is re-computed, nothing else; rarer edits and plans that mix calendars are computed anew.
 * Either way the outcome is that of `schedule` on the edited plan. A refused edit changes nothing.
 */
export class LiveSchedule {
  private input: ScheduleInput
  private links: (LinkInput | null)[]
  private readonly places = new Map<string, number>()
  private running: Running | null = null

  private constructor(input: ScheduleInput) {
    this.input = { ...input, activities: [...input.activities] }
    this.links = [...(input.links ?? [])]
    for (const [place, { id }] of input.activities.entries()) this.places.set(String(id), place)
  }

  static open(input: ScheduleInput): { kind: 'opened'; live: LiveSchedule } | Refused {
    const read = readModel(input)
    if (read.kind === 'refused') return read
    const live = new LiveSchedule(input)
    live.run(read.model)
    return { kind: 'opened', live }
  }

  /** The plan as edited. */
  plan(): ScheduleInput {
    return { ...this.input, links: this.links.filter((link) => link !== null) }
  }

  /** The full outcome of the plan as edited. */
  outcome(): ScheduleOutcome {
    return schedule(this.plan())
  }

  edit(edit: Edit): EditOutcome {
    const quick = this.editQuickly(edit)
    return quick ?? this.editAnew(edit)
  }

  /**
   * Start and finish days and total float of an activity as far as they are kept incrementally, for a preview while dragging;
   * null when the plan is not one of those: ask for the outcome then.
   */
  preview(id: string): { earlyStart: Day; earlyFinish: Day; lateStart: Day; totalFloat: number } | null {
    const node = this.places.get(id)
    if (this.running === null || node === undefined || this.running.activities[node]!.duration === 0) return null
    const { network, model } = this.running
    network.settle()
    const table = model.common!
    const start = network.early[node]!
    const late = network.lateStart(node)
    const last = table.dayAt(start + network.duration[node]! - 1)
    return { earlyStart: table.dayAt(start), earlyFinish: last, lateStart: table.dayAt(late), totalFloat: late - start }
  }

  private run(model: Model): void {
    this.running = null
    const { plan, common, edges, nodes } = model
    const isPlain = nodes.every(({ role, pinned }) => role === 'activity' && pinned === 'no')
    const isLate = plan.activities.some(({ constraint }) => constraint?.type === 'as-late-as-possible')
    if (common === null || !isPlain || isLate || plan.start === null) return
    const { duration, lower, upper } = computeTimes(model)
    const cap = plan.deadline === null ? null : common.countBefore(plan.deadline + 1)
    const network = new LiveNetwork(model.network, edges, { duration, lower, upper }, cap)
    const planLink = [...this.links.keys()].filter((number) => this.links[number] !== null)
    const networkLink = new Map(planLink.map((number, link) => [number, link]))
    this.running = { model, network, activities: [...plan.activities], networkLink, planLink }
  }

  private editQuickly(edit: Edit): EditOutcome | null {
    if (this.running === null) return null
    if (edit.kind === 'activity') return this.editActivity(this.running, edit.id, edit.change)
    if (edit.kind === 'lag') return this.editLag(this.running, edit.link, edit.lag)
    if (edit.kind === 'add-link') return this.addLink(this.running, edit.link)
    return edit.kind === 'remove-link' ? this.removeLink(this.running, edit.link) : null
  }

  private editActivity(running: Running, id: string, change: Partial<ActivityInput>): EditOutcome | null {
    const place = this.places.get(id)
    const quickFields = ['duration', 'constraint', 'deadline', 'name']
    if (place === undefined || Object.keys(change).some((field) => !quickFields.includes(field))) return null
    const { model, network, activities } = running
    const { plan } = model
    const edited = { ...this.input.activities[place]!, ...change }
    const problems = new Problems()
    const placing = { parent: -1, isSummary: false, calendar: plan.calendar, dataDate: plan.dataDate }
    const activity = readActivity(edited, id, placing, problems)
    if (problems.list.length > 0) return refused(problems.list)
    const before = activities[place]!
    const isQuick = before.duration > 0 && activity.duration > 0 && activity.duration <= QUICK_DAYS
    if (!isQuick || activity.constraint?.type === 'as-late-as-possible') return null
    const [node] = nodesOf({ ...plan, activities: [activity] }, 0, model.common, false)
    const floor = Math.max(plan.start!, plan.dataDate ?? -Infinity)
    network.setBounds(place, Math.max(node!.lower, model.common!.countBefore(floor), NO_LOWER), node!.upper)
    if (activity.duration !== before.duration) this.setDuration(running, place, activity.duration - before.duration)
    activities[place] = activity
    ;(this.input.activities as ActivityInput[])[place] = edited
    return this.settled(running, null)
  }

  /** A duration is part of the weights of links that leave the finish or enter it. */
  private setDuration({ network, planLink }: Running, place: number, difference: number): void {
    const { links } = network
    network.setDuration(place, network.duration[place]! + difference)
    for (let link = links.firstOut[place]!; link !== -1; link = links.nextOut[link]!) {
      const { type = 'FS' } = this.links[planLink[link]!]!
      if (type === 'FS' || type === 'FF') network.setWeight(link, links.weight[link]! + difference)
    }
    for (let link = links.firstIn[place]!; link !== -1; link = links.nextIn[link]!) {
      const { type = 'FS' } = this.links[planLink[link]!]!
      if (type === 'FF' || type === 'SF') network.setWeight(link, links.weight[link]! - difference)
    }
  }

  private editLag(running: Running, number: number, lag: number): EditOutcome | null {
    const link = this.links[number]
    if (link === undefined || link === null || !this.isQuickLink(running, { ...link, lag })) return null
    const inNetwork = running.networkLink.get(number)!
    running.network.setWeight(inNetwork, running.network.links.weight[inNetwork]! + lag - (link.lag ?? 0))
    this.links[number] = { ...link, lag }
    return this.settled(running, null)
  }

  private addLink(running: Running, link: LinkInput): EditOutcome | null {
    if (!this.isQuickLink(running, link)) return null
    const from = this.places.get(link.from)!
    const to = this.places.get(link.to)!
    const { duration } = running.network
    const { type = 'FS', lag = 0 } = link
    const leaving = type === 'FS' || type === 'FF' ? duration[from]! : 0
    const entering = type === 'FF' || type === 'SF' ? duration[to]! : 0
    const inNetwork = running.network.addLink(from, to, lag + leaving - entering)
    // The cycle's path is found where all cycles are.
    if (inNetwork === null) return null
    const number = this.links.push(link) - 1
    running.networkLink.set(number, inNetwork)
    running.planLink[inNetwork] = number
    return this.settled(running, number)
  }

  private removeLink(running: Running, number: number): EditOutcome | null {
    if (this.links[number] === undefined || this.links[number] === null) return null
    running.network.removeLink(running.networkLink.get(number)!)
    this.links[number] = null
    return this.settled(running, null)
  }

  /** Whether a link between two activities that work counts its lag in the plan's one table. */
  private isQuickLink({ activities }: Running, link: LinkInput): boolean {
    const { from, to, lag = 0, lagUnit = 'workday', lagCalendar, type = 'FS' } = link
    const ends = [from, to].map((id) => activities[this.places.get(id) ?? -1])
    const isPlain =
      lagUnit === 'workday' && lagCalendar === undefined && Number.isInteger(lag) && Math.abs(lag) <= QUICK_DAYS
    return (
      isPlain && ['FS', 'SS', 'FF', 'SF'].includes(type) && ends.every((end) => end !== undefined && end.duration > 0)
    )
  }

  private settled({ network, activities }: Running, link: number | null): EditOutcome {
    network.moved.length = 0
    network.settleForward()
    return { kind: 'edited', moved: network.moved.map((node) => activities[node]!.id), link }
  }

  /** Applies an edit to the plan and computes all of it; what moved is found by comparing. */
  private editAnew(edit: Edit): EditOutcome {
    const before = this.outcome()
    const kept = { input: this.input, links: [...this.links] }
    const problem = this.apply(edit)
    const read = problem === null ? readModel(this.plan()) : refused([problem])
    if (read.kind === 'refused') {
      this.input = kept.input
      this.links = kept.links
      return read
    }
    this.run(read.model)
    const after = this.outcome()
    if (before.kind === 'refused' || after.kind === 'refused') return { kind: 'edited', moved: [], link: null }
    const starts = new Map(before.activities.map(({ id, earlyStart, earlyFinish }) => [id, earlyStart + earlyFinish]))
    const moved = after.activities.filter(
      ({ id, earlyStart, earlyFinish }) => starts.get(id) !== earlyStart + earlyFinish,
    )
    const link = edit.kind === 'add-link' ? this.links.length - 1 : null
    return { kind: 'edited', moved: moved.map(({ id }) => id), link }
  }

  private apply(edit: Edit): Problem | null {
    const unknown = (what: string): Problem => {
      const message = { zh: `计划中没有:${what}`, en: `not in the plan: ${what}` }
      return { code: 'invalid-input', ids: [what], message }
    }
    if (edit.kind === 'plan') this.input = { ...this.input, ...edit.change }
    if (edit.kind === 'add-link') this.links.push(edit.link)
    if (edit.kind === 'activity') {
      const place = this.places.get(edit.id)
      if (place === undefined) return unknown(edit.id)
      const edited = { ...this.input.activities[place]!, ...edit.change }
      this.input = { ...this.input, activities: this.input.activities.with(place, edited) }
    }
    if (edit.kind === 'lag' || edit.kind === 'remove-link') {
      const link = this.links[edit.link]
      if (link === undefined || link === null) return unknown(`#${edit.link}`)
      this.links[edit.link] = edit.kind === 'lag' ? { ...link, lag: edit.lag } : null
    }
    return null
  }
}
