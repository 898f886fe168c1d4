import PgBoss from 'pg-boss'
import type { Deps } from '../http/deps.ts'
import { asOwner, type Store } from '../store/store.ts'
import { deliver, dueDeliveries } from './deliver.ts'
import { makeDigests } from './digest.ts'
import { purgeDeliveries } from './purge.ts'
import { turnEvents } from './turn.ts'
import type { Announce } from './write.ts'

export interface JobOptions {
  /** The database that the district lives in; the queue keeps its jobs there in a schema of its own. */
  readonly url: string
  readonly say: (line: string) => void
  /** How long whoever delivers may hold a delivery before it counts as let go; absent: a minute. */
  readonly heldMs?: number
  /** How often the record and what is due are looked at; absent: each second. */
  readonly lookMs?: number
}

export interface Jobs {
  /** Lets what is at work finish for a moment, and ends. */
  stop(): Promise<void>
}

const schema = 'pgboss'
/** Every hour on the hour; whose hour it is and whether it is a workday, each person's digest asks for itself. */
const everyHour = '0 * * * *'
const zone = 'Asia/Shanghai'

interface Queues {
  readonly turn: string
  readonly deliver: string
  readonly digest: string
}

/** Several districts may live in one database. */
const queuesOf = (districtId: string): Queues => ({
  turn: `turn-${districtId}`,
  deliver: `deliver-${districtId}`,
  digest: `digest-${districtId}`,
})

interface DeliverJob {
  readonly deliveryId: string
}

async function openQueue({ url, say, heldMs = 60_000 }: JobOptions, queues: Queues): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    // A restore looks for this name to see whether anybody is at work.
    application_name: 'guatu',
    schema,
    max: 3,
    maintenanceIntervalSeconds: 30,
    archiveCompletedAfterSeconds: 3_600,
    deleteAfterDays: 1,
  })
  boss.on('error', (error) => say(`通知队列 (queue of notices): ${error.message}`))
  await boss.start()
  const expireInSeconds = Math.max(1, Math.ceil(heldMs / 1000))
  const again = { retryLimit: 5, retryDelay: 5, retryBackoff: true }
  // Of what only says 'look', one that waits is enough.
  await boss.createQueue(queues.turn, { name: queues.turn, policy: 'short', expireInSeconds: 600, ...again })
  await boss.createQueue(queues.digest, { name: queues.digest, policy: 'short', expireInSeconds: 600, ...again })
  await boss.createQueue(queues.deliver, { name: queues.deliver, policy: 'standard', expireInSeconds, ...again })
  return boss
}

/** Puts a job for each delivery into the queue, within the transaction that writes the delivery. */
const announceBy =
  (boss: PgBoss, queue: string): Announce =>
  async (tx, deliveries) => {
    if (deliveries.length === 0) return
    const executeSql = (text: string, values: readonly unknown[]) =>
      asOwner(tx, ({ client }) => client.query(text, [...values]))
    const jobs = deliveries.map(({ deliveryId, nextAt }) => {
      return { name: queue, data: { deliveryId } satisfies DeliverJob, startAfter: nextAt }
    })
    await boss.insert(jobs, { db: { executeSql } })
  }

/** Whether events have come that nobody has turned into notices. */
async function isBehind(store: Store): Promise<boolean> {
  return await store.read(async ({ client, districtId }) => {
    const { rows } = await client.query<{ behind: boolean }>(
      `select h.seq > coalesce(p.seq, 0) as behind from chain_head h
         left join notice_position p on p.district_id = h.district_id where h.district_id = $1`,
      [districtId],
    )
    return rows[0]?.behind ?? false
  })
}

/** Runs something again and again, never twice at a time, until it is ended. */
function repeat(everyMs: number, work: () => Promise<void>, say: (line: string) => void): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    running = work()
      .catch((error: unknown) => say(`通知检查失败，稍后重试 (looking for notices failed, will retry): ${error}`))
      .finally(() => {
        busy = false
      })
  }, everyMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}

/** How long what is due may lie before it is looked for: its own job, or the one after a crash, comes first. */
const overdueMs = 5_000
/** Between two looks for what was left lying, in looks for events. */
const looksBetween = 10

/**
 * Runs the work of telling people on a queue in the same database: jobs survive a crash, and each only says where to
 * look, so that one which comes twice finds nothing to do.
 */
export async function startJobs(deps: Deps, options: JobOptions): Promise<Jobs> {
  const { say, heldMs, lookMs = 1_000 } = options
  const { store } = deps
  const queues = queuesOf(store.districtId)
  const boss = await openQueue(options, queues)
  const announce = announceBy(boss, queues.deliver)
  const poll = { pollingIntervalSeconds: 1 }
  const turner = await boss.work(queues.turn, poll, async () => void (await turnEvents(deps, announce)))
  await boss.work(queues.digest, poll, async () => {
    await makeDigests(deps, announce)
    await purgeDeliveries(deps)
  })
  await boss.work<DeliverJob>(queues.deliver, { ...poll, batchSize: 10 }, async (jobs) => {
    await Promise.all(
      jobs.map(async ({ data: { deliveryId } }) => {
        const outcome = await deliver(deps, deliveryId, heldMs)
        if (outcome.kind === 'failed')
          await boss.sendAfter(queues.deliver, { deliveryId }, {}, new Date(outcome.nextAt))
      }),
    )
  })
  await boss.schedule(queues.digest, everyHour, {}, { tz: zone })
  await boss.send(queues.digest, {})
  let looks = 0
  const endLooking = repeat(
    lookMs,
    async () => {
      if (await isBehind(store)) {
        await boss.send(queues.turn, {})
        boss.notifyWorker(turner)
      }
      looks += 1
      if (looks % looksBetween !== 1) return
      const lying = new Date(Date.parse(deps.now()) - overdueMs).toISOString()
      for (const deliveryId of await dueDeliveries(store, lying)) {
        await boss.send(queues.deliver, { deliveryId }, { singletonKey: deliveryId, singletonSeconds: 30 })
      }
    },
    say,
  )
  return {
    stop: async () => {
      await endLooking()
      await boss.stop({ graceful: true, timeout: 3_000, close: true, wait: true })
    },
  }
}
