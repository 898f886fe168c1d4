import type { WallItem, WallNode } from '@guatu/contract'
import type { LampLevel } from '@guatu/kernel'
import { openNode } from '@guatu/kernel/testing'
import { chinaCalendar } from '@guatu/schedule'

export const testToday = '2026-11-21'
const calendar = chinaCalendar()

/** A node with the given differences; undone, undated, without a lamp. */
export function testNode(nodeKey: string, different: Partial<WallNode> = {}): WallNode {
  const {
    standard: _standard,
    leaderId: _leader,
    doneBasis: _basis,
    percentDone: _percent,
    ...node
  } = openNode(nodeKey)
  return { ...node, stage: 'construction', ...different }
}

export function testItem(itemId: string, nodes: readonly WallNode[], different: Partial<WallItem> = {}): WallItem {
  return {
    itemId,
    title: `项目 ${itemId}`,
    stage: 'construction',
    lamp: 'none',
    leadOrgId: null,
    areaCode: null,
    start: null,
    deadline: null,
    revision: 1,
    mayPlan: true,
    nodes: [...nodes],
    links: [],
    ...different,
  }
}

// The same numbers every time: a generated wall must not change between two runs that are compared.
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return state / 4294967296
  }
}

const stageWords = [
  '立项备案',
  '用地预审',
  '规划许可',
  '土地供应',
  '环评',
  '能评',
  '施工图审查',
  '施工许可',
  '主体施工',
  '竣工验收',
]
const uuidOf = (index: number): string => `${index.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`

/** A district's wall: projects of `nodesEach` nodes in a chain with a side branch, spread about today. */
export function generatedWall(projects: number, nodesEach: number, seed = 7): WallItem[] {
  const random = seeded(seed)
  return Array.from({ length: projects }, (_, index) => generatedItem(index, nodesEach, random))
}

function generatedItem(index: number, nodesEach: number, random: () => number): WallItem {
  let cursor = calendar.addWorkdays(testToday, -Math.round(random() * 400))
  const nodes: WallNode[] = []
  for (let place = 0; place < nodesEach; place += 1) {
    const durationWorkdays = place % 9 === 8 ? 0 : 3 + Math.floor(random() * 28)
    const plannedStart = calendar.addWorkdays(cursor, 1)
    const plannedFinish = calendar.addWorkdays(cursor, Math.max(1, durationWorkdays))
    nodes.push(generatedNode(place, { plannedStart, plannedFinish, durationWorkdays }, random))
    if (place % 4 !== 2) cursor = plannedFinish
  }
  const links = nodes.slice(1).map((node, place) => ({
    from: nodes[Math.max(0, place - (place % 4 === 2 ? 1 : 0))]!.nodeKey,
    to: node.nodeKey,
    type: 'FS' as const,
    lagWorkdays: 0,
    soft: place % 5 === 4,
  }))
  const late = nodes.some((node) => node.lamp === 'red')
  return testItem(uuidOf(index + 1), nodes, {
    title: `南湖区第${index + 1}号产业项目（年产${(index % 9) + 1}万套智能装备生产线）`,
    lamp: late ? 'red' : 'green',
    deadline: nodes.at(-1)?.plannedFinish ?? null,
    links,
  })
}

type Planned = Pick<WallNode, 'plannedStart' | 'plannedFinish' | 'durationWorkdays'>

function generatedNode(place: number, planned: Planned, random: () => number): WallNode {
  const past = planned.plannedFinish! < testToday
  const done = past && random() < 0.95
  const started = !done && planned.plannedStart! < testToday
  const lamp: LampLevel = done ? 'green' : past ? 'red' : started ? 'blue' : 'none'
  const slip = Math.round(random() * 12)
  return testNode(`n${place + 1}`, {
    ...planned,
    title: `${stageWords[place % stageWords.length]}${place + 1}`,
    baselineStart: calendar.addWorkdays(planned.plannedStart!, -slip),
    baselineFinish: calendar.addWorkdays(planned.plannedFinish!, -slip),
    actualStart: done || started ? planned.plannedStart : null,
    actualFinish: done ? planned.plannedFinish : null,
    done,
    lamp,
    critical: place % 4 !== 2,
    floatWorkdays: place % 4 === 2 ? 6 + Math.floor(random() * 10) : 0,
  })
}
