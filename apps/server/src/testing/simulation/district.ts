import { dictionaries, playbooks } from '@guatu/playbooks'
import type { Capability, Move, Playbook } from '@guatu/playbook'
import type { Random } from '../../demo/random.ts'
import type { Client } from './client.ts'
import { instantAt } from './clock.ts'
import type { Filling } from './fill.ts'
import type { Size } from './size.ts'
import type { Stopwatch } from './stopwatch.ts'
import type { Person, World } from './world.ts'

/** An item that somebody of the district has made. */
export interface KnownItem {
  readonly itemId: string
  readonly playbook: Playbook
  /** Who made it, and whoever else has to do with it from the start. */
  readonly makers: readonly Person[]
}

/** An item as somebody of the district saw it last. */
export interface Seen {
  readonly stage: string
  readonly fields: Readonly<Record<string, unknown>>
  /** Nodes that are planned and not done. */
  readonly openNodes: readonly string[]
  /** Rules that light it, or a node of it. */
  readonly lit: readonly { readonly rule: string; readonly nodeKey: string | undefined }[]
}

/** All that the actors of a simulated district share. */
export class District {
  readonly items: KnownItem[] = []
  readonly tallies = new Map<string, number>()
  readonly seen = new Map<string, Seen>()
  /** How often each move of each list was made. */
  readonly ways = new Map<string, number>()
  /** Clocks that were stopped, by item. */
  readonly paused = new Map<string, string>()
  /** Exemptions that nobody has decided on. */
  readonly asked: string[] = []
  /** Reports that the server answered for. */
  readonly reportIds: string[] = []
  /** How long the parts of the run take. */
  readonly watch: Stopwatch
  day: string
  #minutes = 0
  readonly size: Size
  readonly world: World
  readonly random: Random
  readonly client: Client

  constructor(size: Size, world: World, random: Random, client: Client, watch: Stopwatch) {
    this.size = size
    this.world = world
    this.random = random
    this.client = client
    this.watch = watch
    this.day = size.from
    this.at(0)
  }

  /** The clock of the day in Shanghai: so many minutes after midnight. */
  at(minutes: number): void {
    this.#minutes = minutes
    this.client.now = instantAt(this.day, minutes)
  }

  /** Some minutes go by. */
  wait(minutes: number): void {
    this.at(this.#minutes + minutes)
  }

  filling(): Filling {
    return { world: this.world, random: this.random, dictionaries, today: this.day }
  }

  lists(capability: Capability): readonly Playbook[] {
    return playbooks.filter(({ capabilities }) => capabilities.includes(capability))
  }

  know(item: KnownItem, fields: Readonly<Record<string, unknown>>, stage?: string): void {
    const { playbook, itemId } = item
    this.items.push(item)
    const openNodes = playbook.nodes.slice(-3).map(({ key }) => key)
    this.seen.set(itemId, { stage: stage ?? playbook.stages[0]!.key, fields, openNodes, lit: [] })
    this.tally(`raised ${playbook.key}`)
  }

  /** How many items of a list there are. */
  countOf({ key }: Playbook): number {
    return this.tallies.get(`raised ${key}`) ?? 0
  }

  /** A move was made. */
  go({ key }: Playbook, { to, counts, effect }: Move, way: string): void {
    this.ways.set(way, (this.ways.get(way) ?? 0) + 1)
    this.tally(`moved ${key}`)
    for (const what of [`reached ${key} ${to}`, counts && `counted ${key} ${counts}`, effect && `did ${effect}`]) {
      if (what) this.tally(what)
    }
  }

  anyOf(capability: Capability): KnownItem | undefined {
    const found = this.items.filter(({ playbook }) => playbook.capabilities.includes(capability))
    return found.length > 0 ? this.random.pick(found) : undefined
  }

  remember(reportId: string): void {
    this.reportIds.push(reportId)
  }

  tally = (what: string, count = 1): void => {
    this.tallies.set(what, (this.tallies.get(what) ?? 0) + count)
  }
}
