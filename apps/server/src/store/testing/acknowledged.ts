import { setTimeout as delay } from 'node:timers/promises'
import { createItem, reportFact, updateItem } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'

/** A write that the server answered for: what has to be found whatever is killed afterwards. */
export interface Acknowledged {
  readonly itemId: string
  readonly revision: number
  readonly verb: 'item.created' | 'item.updated' | 'fact.reported'
  /** The title, or the figure, that the write left. */
  readonly value: string
}

export interface Writers {
  /** In the order in which the answers came. */
  readonly acknowledged: readonly Acknowledged[]
  /** Answers in all, refusals and breakdowns among them. */
  readonly broken: () => number
  /** Waits for further acknowledged writes; throws where the server refused one. */
  untilFurther(writes: number): Promise<void>
  end(): Promise<void>
}

interface Server {
  readonly url: string
  readonly cookie: string
}

const yearly = ({ metrics }: Playbook) =>
  Object.entries(metrics).find(([, metric]) => metric.period === 'year' && metric.unit === 'CNY')?.[0] as string

/** An answer that says the writer was wrong, which no kill explains. */
class Refused extends Error {}

/**
 * Several writers at once, over HTTP: each makes an item, renames it and reports figures for it, over and over, and goes
 * on with a new item wherever an answer fails to come. `server` is asked before every request, since a restart moves it.
 */
export function startWriters(playbook: Playbook, year: string, lanes: number, server: () => Server): Writers {
  const acknowledged: Acknowledged[] = []
  const title = playbook.roles.title as string
  const metric = yearly(playbook)
  let ending = false
  let broken = 0
  let problem: unknown

  async function send(method: string, path: string, body: object) {
    const { url, cookie } = server()
    const headers = { 'content-type': 'application/json', cookie }
    const reply = await fetch(url + path, { method, headers, body: JSON.stringify(body) })
    if (reply.ok) return (await reply.json()) as never
    const text = `${reply.status} ${method} ${path}: ${await reply.text()}`
    throw reply.status < 500 ? new Refused(text) : new Error(text)
  }

  async function writeItem(name: string): Promise<void> {
    const made = { playbook: playbook.key, fields: { [title]: name } }
    const { itemId }: { itemId: string } = await send(createItem.method, createItem.path, made)
    acknowledged.push({ itemId, revision: 1, verb: 'item.created', value: name })
    const at = (path: string) => path.replace(':itemId', itemId)
    for (let revision = 1; revision < 5; revision += 2) {
      const renamed = { revision, fields: { [title]: `${name}-${revision}` } }
      const { item }: { item: { revision: number } } = await send(updateItem.method, at(updateItem.path), renamed)
      acknowledged.push({ itemId, revision: item.revision, verb: 'item.updated', value: `${name}-${revision}` })
      const figure = { metric, period: year, value: `${revision}`, evidence: '报表', reason: '更正' }
      const told: { revision: number } = await send(reportFact.method, at(reportFact.path), figure)
      acknowledged.push({ itemId, revision: told.revision, verb: 'fact.reported', value: `${revision}.00` })
    }
  }

  async function lane(number: number): Promise<void> {
    for (let count = 0; !ending; count += 1) {
      try {
        await writeItem(`项目${number}-${count}`)
      } catch (error) {
        if (error instanceof Refused) problem ??= error
        broken += 1
        await delay(50)
      }
    }
  }

  const running = Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)))
  return {
    acknowledged,
    broken: () => broken,
    async untilFurther(writes) {
      const goal = acknowledged.length + writes
      while (acknowledged.length < goal) {
        if (problem) throw problem
        await delay(10)
      }
    },
    async end() {
      ending = true
      await running
    },
  }
}
