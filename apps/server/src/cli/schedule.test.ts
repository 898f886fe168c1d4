import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { run } from './schedule.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guatu-schedule-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))
afterEach(() => vi.restoreAllMocks())

async function runOn(content: string | Uint8Array, ...flags: string[]): Promise<{ code: number; printed: string }> {
  const file = join(folder, 'plan')
  await writeFile(file, content)
  // What is printed is the command's result; the console is only listened to.
  const printed: string[] = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => printed.push(line))
  const code = await run([file, ...flags])
  return { code, printed: printed.join('\n') }
}

const plan = {
  calendar: 'cn',
  start: '2026-01-05',
  deadline: null,
  direction: 'forward',
  activities: [
    { id: 'a', duration: 5 },
    { id: 'b', duration: 3 },
  ],
  links: [{ from: 'a', to: 'b', type: 'FS', lag: 0 }],
}

describe('guatu schedule', () => {
  it('prints the schedule as JSON', async () => {
    const { code, printed } = await runOn(JSON.stringify(plan), '--json')
    expect(code).toBe(0)
    expect(JSON.parse(printed)).toMatchObject({
      feasible: true,
      shortfallWorkdays: 0,
      start: '2026-01-05',
      finish: '2026-01-14',
      activities: [
        {
          id: 'a',
          earlyStart: '2026-01-05',
          earlyFinish: '2026-01-09',
          lateStart: '2026-01-05',
          lateFinish: '2026-01-09',
          totalFloat: 0,
          freeFloat: 0,
          critical: true,
        },
        {
          id: 'b',
          earlyStart: '2026-01-12',
          earlyFinish: '2026-01-14',
          lateStart: '2026-01-12',
          lateFinish: '2026-01-14',
          totalFloat: 0,
          freeFloat: 0,
          critical: true,
        },
      ],
      criticalPath: ['a', 'b'],
      problems: [],
    })
  })

  it('answers 0 for a plan that does not fit, and says what is missing', async () => {
    const { code, printed } = await runOn(JSON.stringify({ ...plan, deadline: '2026-01-12' }), '--json')
    expect(code).toBe(0)
    expect(JSON.parse(printed)).toMatchObject({
      feasible: false,
      shortfallWorkdays: 2,
      shortfall: { chain: ['a', 'b'] },
    })
  })

  it('answers 1 for a plan that it refuses, with the same shape', async () => {
    const links = [...plan.links, { from: 'b', to: 'a' }]
    const { code, printed } = await runOn(JSON.stringify({ ...plan, links }), '--json')
    expect(code).toBe(1)
    expect(JSON.parse(printed)).toMatchObject({
      ...{ feasible: false, shortfallWorkdays: 0, start: null, finish: null, activities: [], criticalPath: [] },
      problems: [{ code: 'cycle', ids: ['a', 'b', 'a'] }],
    })
  })

  it('takes Microsoft Project XML', async () => {
    const xml = `<Project><StartDate>2026-01-05T08:00:00</StartDate><Tasks><Task><UID>1</UID><OutlineLevel>1</OutlineLevel>
      <Duration>PT40H0M0S</Duration></Task></Tasks></Project>`
    const { code, printed } = await runOn(xml, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(printed)).toMatchObject({ finish: '2026-01-09', activities: [{ id: '1' }] })
  })

  it('refuses XML that declares anything', async () => {
    const { code, printed } = await runOn('<!DOCTYPE x [<!ENTITY y "z">]><Project/>', '--json')
    expect(code).toBe(1)
    expect(JSON.parse(printed)).toMatchObject({ problems: [{ code: 'invalid-xml' }] })
  })

  it('prints a table for people', async () => {
    const { printed } = await runOn(JSON.stringify(plan))
    expect(printed).toContain('a\t2026-01-05\t2026-01-09')
    expect(printed).toContain('a → b')
  })

  it('prints a refusal for people', async () => {
    const { code, printed } = await runOn(JSON.stringify({ ...plan, start: null }))
    expect(code).toBe(1)
    expect(printed).toContain('正排需要开始日期')
  })

  it.each([
    ['neither JSON nor XML', 'hello', '既不是|不是 JSON'],
    ['half a JSON', '{"activities":', '不是 JSON'],
    ['no text', new Uint8Array([0xff, 0xfe, 0x00]), 'UTF-8'],
  ])('stops at %s with a clear line', async (_, content, message) => {
    await expect(runOn(content)).rejects.toThrow(new RegExp(message))
  })

  it('stops at a file that is not there', async () => {
    await expect(run([join(folder, 'nowhere.json')])).rejects.toThrow(/ENOENT/)
  })

  it('stops without a file', async () => {
    await expect(run([])).rejects.toThrow(/用法/)
  })
})

describe('guatu schedule on files that are no plan', () => {
  const codesOf = (printed: string): string[] =>
    (JSON.parse(printed) as { problems: { code: string }[] }).problems.map(({ code }) => code)

  it('tells every mistake at once', async () => {
    const activities = [
      { id: 'A', duration: 5 },
      { id: 'A', duration: -1 },
    ]
    const links = [{ from: 'A', to: 'Z', lag: 0.5 }]
    const { code, printed } = await runOn(JSON.stringify({ ...plan, deadline: 'soon', activities, links }), '--json')
    expect(code).toBe(1)
    expect(codesOf(printed)).toEqual([
      ...['invalid-date', 'duplicate-id', 'invalid-duration', 'dangling-link', 'invalid-lag'],
    ])
  })

  it.each(['null', '5', '"plan"', '[]', 'true'])('refuses %s as a plan', async (content) => {
    const { code, printed } = await runOn(content, '--json')
    expect(code).toBe(1)
    expect(codesOf(printed)).toEqual(['invalid-input'])
  })

  it.each([
    ['a page that is not closed', '<html><p>x</html>', 'invalid-xml'],
    ['another kind of XML', '<a/>', 'invalid-xml'],
    ['nothing but a bracket', '<', 'invalid-xml'],
  ])('refuses %s', async (_, content, code) => {
    const outcome = await runOn(content, '--json')
    expect(outcome.code).toBe(1)
    expect(codesOf(outcome.printed)).toEqual([code])
  })

  it.each([
    ['an empty file', ''],
    ['nothing but blanks', ' \n\t '],
  ])('stops at %s with a clear line', async (_, content) => {
    await expect(runOn(content)).rejects.toThrow(/neither JSON nor XML/)
  })

  it('takes a byte order mark', async () => {
    const { code } = await runOn(`\ufeff${JSON.stringify(plan)}`, '--json')
    expect(code).toBe(0)
  })
})
