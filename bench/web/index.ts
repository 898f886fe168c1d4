import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { browserFlags, findChromium } from '../../scripts/testing/browser.ts'
import { demonstrationDay } from '../../scripts/testing/browser-setup.ts'
import { enteredAs } from '../../scripts/testing/enter.ts'
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

function visit({ address, cookie }: Screen, folder: string): Visit {
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
      ...(cookie === null ? [] : [`--extra-headers=${JSON.stringify({ Cookie: cookie })}`]),
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

/** `cookie`: null where nobody is signed in. */
interface Screen {
  readonly name: string
  readonly address: string
  readonly cookie: string | null
}

async function screensOf(url: string): Promise<readonly Screen[]> {
  const { cookie } = await enteredAs(url)
  const ask = async (path: string) => (await fetch(url + path, { headers: { cookie } })).json()
  const session = (await ask('/api/session')) as { playbooks: { key: string }[] }
  const playbook = session.playbooks[0]!.key
  const list = (await ask(`/api/items?playbook=${playbook}&limit=1`)) as { rows: { itemId: string }[] }
  const paths = {
    cockpit: '/',
    ledger: `/list/${playbook}`,
    'wall map': `/wall/${playbook}`,
    project: `/item/${list.rows[0]!.itemId}`,
    import: `/import/${playbook}`,
  }
  return [
    { name: 'sign-in', address: `${url}/sign-in`, cookie: null },
    ...Object.entries(paths).map(([name, path]) => ({ name, address: url + path, cookie })),
  ]
}

/** First paint and Lighthouse scores (desktop) of the main screens, over the demonstration district. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'guatu-lighthouse-'))
  const instance = await startInstance({ today: demonstrationDay })
  try {
    console.log('screen     performance accessible  practices  first ms  large ms  block ms   shift     KB')
    for (const screen of await screensOf(instance.url)) {
      console.log(line(screen.name, middle(Array.from({ length: visits }, () => visit(screen, folder)))))
    }
  } finally {
    await instance.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
