import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { browserFlags, findChromium } from '../../scripts/testing/browser.ts'
import { demonstrationDay } from '../../scripts/testing/browser-setup.ts'
import { projectRoot, startInstance } from '../../scripts/testing/instance.ts'

/** What one visit gave: scores of 100, times in milliseconds, layout shift as Lighthouse counts it. */
interface Visit {
  readonly scores: readonly number[]
  readonly firstPaintMs: number
  readonly largestPaintMs: number
  readonly blockedMs: number
  readonly shift: number
  readonly kilobytes: number
}

interface LighthouseReport {
  readonly categories: Readonly<Record<string, { readonly score: number }>>
  readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>
}

const categories = ['performance', 'accessibility', 'best-practices']
/** The middle of three visits: one alone says as much about the machine's other work as about the page. */
const visits = 3

function visit(address: string, folder: string): Visit {
  const report = join(folder, 'report.json')
  const run = spawnSync(
    process.execPath,
    [
      `${projectRoot}node_modules/lighthouse/cli/index.js`,
      address,
      '--preset=desktop',
      '--quiet',
      '--output=json',
      `--output-path=${report}`,
      `--only-categories=${categories.join(',')}`,
      `--chrome-flags=--headless ${browserFlags.join(' ')}`,
    ],
    { env: { ...process.env, CHROME_PATH: findChromium() }, encoding: 'utf8' },
  )
  if (run.status !== 0) throw new Error(`lighthouse failed on ${address}\n${run.stderr}`)
  const { categories: scored, audits } = JSON.parse(readFileSync(report, 'utf8')) as LighthouseReport
  const figure = (audit: string): number => audits[audit]?.numericValue ?? Number.NaN
  return {
    scores: categories.map((category) => Math.round((scored[category]?.score ?? 0) * 100)),
    firstPaintMs: figure('first-contentful-paint'),
    largestPaintMs: figure('largest-contentful-paint'),
    blockedMs: figure('total-blocking-time'),
    shift: figure('cumulative-layout-shift'),
    kilobytes: figure('total-byte-weight') / 1024,
  }
}

function line(name: string, { scores, ...figures }: Visit): string {
  return [
    name.padEnd(10),
    ...scores.map((score) => String(score).padStart(11)),
    figures.firstPaintMs.toFixed(0).padStart(9),
    figures.largestPaintMs.toFixed(0).padStart(9),
    figures.blockedMs.toFixed(0).padStart(9),
    figures.shift.toFixed(3).padStart(7),
    figures.kilobytes.toFixed(0).padStart(6),
  ].join(' ')
}

const middle = (all: readonly Visit[]): Visit =>
  [...all].sort((a, b) => a.scores[0]! - b.scores[0]!)[Math.floor(all.length / 2)]!

async function addresses(url: string): Promise<[name: string, address: string][]> {
  const session = (await (await fetch(`${url}/api/session`)).json()) as { playbooks: { key: string }[] }
  const playbook = session.playbooks[0]!.key
  const list = (await (await fetch(`${url}/api/items?playbook=${playbook}&limit=1`)).json()) as {
    rows: { itemId: string }[]
  }
  return [
    ['cockpit', `${url}/`],
    ['ledger', `${url}/list/${playbook}`],
    ['wall map', `${url}/wall/${playbook}`],
    ['project', `${url}/item/${list.rows[0]!.itemId}`],
    ['import', `${url}/import/${playbook}`],
  ]
}

/** First paint and Lighthouse scores (desktop) of the main screens, over the demonstration district. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'guatu-lighthouse-'))
  const instance = await startInstance({ today: demonstrationDay })
  try {
    console.log('screen     performance accessible  practices  first ms  large ms  block ms   shift     KB')
    for (const [name, address] of await addresses(instance.url)) {
      console.log(line(name, middle(Array.from({ length: visits }, () => visit(address, folder)))))
    }
  } finally {
    await instance.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
