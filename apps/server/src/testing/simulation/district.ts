import { dictionaries, playbooks } from '@guatu/playbooks'
import type { Capability, Playbook } from '@guatu/playbook'
import type { Random } from '../../demo/random.ts'
import type { Client } from './client.ts'
import { instantAt } from './clock.ts'
import type { Filling } from './fill.ts'
import type { Size } from './size.ts'
import type { Person, World } from './world.ts'

/** An item that somebody of the district has made. */
export interface KnownItem {
  readonly itemId: string
  readonly playbook: Playbook
  /** Who made it, and whoever else has to do with it from the start. */
  readonly makers: readonly Person[]
}

/** All that the actors of a simulated district share. */
export class District {
  readonly items: KnownItem[] = []
  readonly tallies = new Map<string, number>()
  /** Fields of items as somebody saw them last. */
  readonly seen = new Map<string, Readonly<Record<string, unknown>>>()
  /** Reports that the server answered for. */
  readonly reportIds: string[] = []
  day: string
  #minutes = 0
  readonly size: Size
  readonly world: World
  readonly random: Random
  readonly client: Client

  constructor(size: Size, world: World, random: Random, client: Client) {
    this.size = size
    this.world = world
    this.random = random
    this.client = client
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

  know(item: KnownItem): void {
    this.items.push(item)
  }

  anyOf(capability: Capability): KnownItem | undefined {
    const found = this.items.filter(({ playbook }) => playbook.capabilities.includes(capability))
    return found.length > 0 ? this.random.pick(found) : undefined
  }

  remember(reportId: string): void {
    this.reportIds.push(reportId)
  }

  tally(what: string, count = 1): void {
    this.tallies.set(what, (this.tallies.get(what) ?? 0) + count)
  }
}
