import { chinaCalendar } from '@guatu/schedule'
import { cpuMs } from './clock.ts'
import { generatePlan } from './generate.ts'
import { measureNetwork } from './network.ts'
import { compared, type Row } from './table.ts'

type Box = { read(): number }
type Boxes = {
  BoxUnbound: { new: (value: number) => Box }
  CalculableBoxUnbound: { new: (config: { calculation: () => number; lazy: boolean }) => Box }
  ChronoGraph: { new: (config: { historyLimit: number }) => { addAtom(atom: Box): void; commit(): void } }
}

// The package has no entry that an ES module can import; its parts do.
const PARTS = ['data/Box.js', 'data/CalculableBox.js', 'graph/Graph.js']

async function load(): Promise<Boxes> {
  const parts = await Promise.all(
    PARTS.map((part) => import(`@bryntum/chronograph/src/chrono2/${part}`) as Promise<object>),
  )
  return Object.assign({}, ...parts) as Boxes
}

/** Early finishes of a generated network as chronograph keeps them: a reactive box for every duration and every finish. */
function measure(
  { BoxUnbound, CalculableBoxUnbound, ChronoGraph }: Boxes,
  size: number,
): { ms: number; finish: number } {
  const { duration, from, lag } = generatePlan(size, 3, 7, chinaCalendar(), false)
  const begin = cpuMs()
  const graph = ChronoGraph.new({ historyLimit: 0 })
  const finishes: Box[] = []
  for (let i = 0; i < size; i++) {
    const days = BoxUnbound.new(duration[i]!)
    graph.addAtom(days)
    const first = (i - 1) * 3
    const calculation = (): number => {
      let start = 0
      if (i > 0) for (let k = first; k < first + 3; k++) start = Math.max(start, finishes[from[k]!]!.read() + lag[k]!)
      return start + days.read()
    }
    const box = CalculableBoxUnbound.new({ calculation, lazy: false })
    graph.addAtom(box)
    finishes.push(box)
  }
  graph.commit()
  const finish = Math.max(...finishes.slice(-1000).map((box) => box.read()), 0)
  return { ms: cpuMs() - begin, finish }
}

/** Forward only on their side, both passes with floats and dates on ours. */
export async function benchChronograph(): Promise<Row[]> {
  const boxes = await load()
  return [10_000, 100_000].map((size) => {
    const theirs = [measure(boxes, size), measure(boxes, size), measure(boxes, size)].map(({ ms }) => ms)
    const ours = measureNetwork(size, size === 10_000 ? 200 : 30, false)
    const name = `${size.toLocaleString('en')} activities: build + passes against chronograph's forward`
    return compared(name, ours.buildMs + ours.passesMs, Math.min(...theirs), { faster: 50 })
  })
}
