import { createHash } from 'node:crypto'
import { createReadStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { dictionaries, playbooks } from '@guatu/playbooks'
import { districtOrgs } from '../../apps/server/src/demo/orgs.ts'
import { commitSession } from '../../apps/server/src/features/imports/commit-session.ts'
import { closeSession, openSession } from '../../apps/server/src/features/imports/desk.ts'
import { runReport } from '../../apps/server/src/features/imports/run-report.ts'
import type { Deps } from '../../apps/server/src/http/deps.ts'
import { migrateOrStop } from '../../apps/server/src/open-database.ts'
import { startEmbedded } from '../../apps/server/src/postgres/embedded.ts'
import { operatorActor } from '../../apps/server/src/store/actor.ts'
import { ensureDistrict } from '../../apps/server/src/store/district.ts'
import { openStore } from '../../apps/server/src/store/store.ts'
import { generateLedger } from './generate.ts'

const ROWS = Number(process.env.GUATU_BENCH_ROWS ?? 100_000)
const today = '2026-11-21'
const fileName = 'ledger.xlsx'

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

/** Highest resident memory of the process while something runs, sampled; the database runs in processes of its own. */
async function measured<T>(
  run: () => Promise<T>,
): Promise<{ readonly value: T; readonly ms: number; readonly rss: number }> {
  globalThis.gc?.()
  let rss = process.memoryUsage.rss()
  const timer = setInterval(() => {
    rss = Math.max(rss, process.memoryUsage.rss())
  }, 50)
  const from = performance.now()
  try {
    const value = await run()
    return { value, ms: performance.now() - from, rss }
  } finally {
    clearInterval(timer)
  }
}

/** Parsing alone, by the library that the import reads with, in a thread too. */
async function merelyParse(path: string): Promise<void> {
  const script = `import('hucre/xlsx').then(({ readXlsx }) => readXlsx(require('node:fs').readFileSync(${JSON.stringify(path)}))).then(() => process.exit(0))`
  const worker = new Worker(script, { eval: true })
  await new Promise<void>((resolve, reject) => {
    worker.once('exit', () => resolve())
    worker.once('error', reject)
  })
}

/** Import of a generated ledger end to end against merely parsing it with the same library. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'guatu-bench-import-'))
  const path = join(folder, fileName)
  const server = await startEmbedded({
    dataFolder: join(folder, 'data'),
    say: () => undefined,
    onLost: (problem) => console.error(problem.message),
  })
  try {
    await generateLedger(path, ROWS)
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 12)
    console.log(`${ROWS} rows x 25 columns, ${megabytes(statSync(path).size)}, sha256 ${sha256}…`)
    const parse = await measured(() => merelyParse(path))
    const options = { playbook: playbooks[0]!, dictionaries, today, fileName }
    const dry = await measured(() => runReport({ path, fileName, options }).outcome)
    if (dry.value.kind === 'refused') throw new Error(dry.value.refusals[0]?.message.en)
    const { rows, importable } = dry.value.value.report
    await migrateOrStop(server.url)
    const written = await measured(() => importWhole(server.url, path))
    const line = (title: string, ms: number, rss: number) =>
      console.log(
        `${title.padEnd(34)}${seconds(ms).padStart(8)}${(ms / parse.ms).toFixed(2).padStart(8)} x${megabytes(rss).padStart(10)}`,
      )
    line('merely parsing', parse.ms, parse.rss)
    line(`dry run, ${importable} of ${rows} importable`, dry.ms, dry.rss)
    line(`import end to end, ${written.value} items`, written.ms, written.rss)
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function importWhole(url: string, path: string): Promise<number> {
  const store = openStore(url, '330402')
  const now = () => new Date().toISOString()
  const deps: Deps = { store, shelf: { playbooks, dictionaries }, today: () => today, now, actor: operatorActor }
  try {
    const orgs = districtOrgs(dictionaries.area)
    await ensureDistrict(store, { name: '南湖区', shortName: '南湖区', today, now: now(), playbooks, orgs })
    const opened = await openSession(
      deps,
      playbooks[0]!,
      { fileName, mediaType: '', stream: createReadStream(path) },
      {},
    )
    if (opened.kind === 'refused') throw new Error(opened.refusals[0]?.message.en)
    await opened.value.reading
    const committed = await commitSession(deps, opened.value, { rows: 'valid', changes: 'all' })
    if (committed.kind === 'refused') throw new Error(JSON.stringify(committed.refusals.slice(0, 3)))
    const created = opened.value.comparison?.created.length ?? 0
    await closeSession(deps, opened.value.importId)
    return created
  } finally {
    await store.close()
  }
}
