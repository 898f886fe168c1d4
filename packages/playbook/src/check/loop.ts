import { countKinds, limitUnits, rungLevels } from '@guatu/kernel'
import { expressionCompiler } from '../expression.ts'
import { fieldRelations } from '../field.ts'
import { type Clock, chargeableRelations, type ItemRelation, type LinkKind, type Move } from '../loop.ts'
import type { Playbook } from '../playbook.ts'
import { limitScope } from '../scopes.ts'
import { capabilities } from '../terms.ts'
import { type Check, type Mistake, repeated, unknown } from './mistake.ts'

const relations: readonly ItemRelation[] = [...fieldRelations, 'all', 'area', 'nodeDuty', 'charge']

/** Parties, questions, clocks, rungs and links name what there is, and a clock can be told from the record alone. */
export const checkLoop: Check = (playbook) => [
  ...playbook.moves.flatMap((move, index) => partyMistakes(playbook, move, `moves/${index}`)),
  ...clockMistakes(playbook),
  ...ladderMistakes(playbook),
  ...Object.entries(playbook.linkKinds ?? {}).flatMap(([key, kind]) => linkMistakes(`linkKinds/${key}`, key, kind)),
  ...named('raisedBy', 'relation', playbook.raisedBy ?? [], relations),
  ...ruleMistakes(playbook),
]

/** Each of a list of names has to be known, and to stand once. */
const named = (path: string, what: string, names: readonly string[], known: readonly string[]): Mistake[] => [
  ...names.flatMap((name, at) => unknown(`${path}/${at}`, what, name, known)),
  ...repeated(
    names.map((name, at) => [`${path}/${at}`, name]),
    what,
  ),
]

function partyMistakes(playbook: Playbook, { by, asks = [], needs = [], counts }: Move, path: string): Mistake[] {
  const figures = asks.filter((field) => playbook.fields[field]?.metric !== undefined)
  return [
    ...named(`${path}/by`, 'relation', by ?? [], relations),
    ...(by?.length === 0 ? [{ path: `${path}/by`, message: 'nobody makes it' }] : []),
    ...named(`${path}/asks`, 'field', asks, Object.keys(playbook.fields)),
    ...figures.map((field) => ({ path: `${path}/asks`, message: `'${field}' is a figure, which is reported` })),
    ...named(`${path}/needs`, 'field that it asks for', needs, asks),
    ...(counts === undefined ? [] : unknown(`${path}/counts`, 'count', counts, countKinds)),
  ]
}

function clockMistakes(playbook: Playbook): Mistake[] {
  const clocks = playbook.clocks ?? []
  const compile = expressionCompiler(limitScope(playbook))
  return [
    ...repeated(
      clocks.map(({ key }, index) => [`clocks/${index}/key`, key]),
      'clock',
    ),
    ...clocks.flatMap((clock, index) => [
      ...stageMistakes(playbook, clock, `clocks/${index}/runsIn`),
      ...limitMistakes(playbook, clock, `clocks/${index}/limit`, compile),
      ...chargeMistakes(playbook, clock, `clocks/${index}`),
    ]),
  ]
}

/** What has come to its end is judged no more: no clock runs there. */
function stageMistakes({ stages }: Playbook, { runsIn }: Clock, path: string): Mistake[] {
  const keys = stages.map(({ key }) => key)
  const final = runsIn.filter((key) => stages.find((stage) => stage.key === key)?.final)
  return [
    ...named(path, 'stage', runsIn, keys),
    ...(runsIn.length === 0 ? [{ path, message: 'never runs' }] : []),
    ...final.map((key) => ({ path, message: `'${key}' is final, and nothing runs there` })),
  ]
}

function limitMistakes(
  { fields }: Playbook,
  { limit }: Clock,
  path: string,
  compile: ReturnType<typeof expressionCompiler>,
): Mistake[] {
  if ('field' in limit) {
    const kind = fields[limit.field]?.kind
    const mistakes = unknown(`${path}/field`, 'field', limit.field, Object.keys(fields))
    const isOther = kind !== undefined && kind !== 'date'
    if (isOther) mistakes.push({ path: `${path}/field`, message: `'${limit.field}' is of kind ${kind}, not date` })
    if (fields[limit.field]?.secret) mistakes.push({ path: `${path}/field`, message: 'a secret date tells no limit' })
    return mistakes
  }
  return limit.flatMap(({ when, amount, unit }, index) => {
    const at = `${path}/${index}`
    const mistakes = unknown(`${at}/unit`, 'unit', unit, limitUnits)
    const isWhole = unit === 'workHours' ? Number.isInteger(amount * 60) : Number.isInteger(amount)
    if (!(amount > 0 && isWhole)) {
      mistakes.push({ path: `${at}/amount`, message: `${amount} is not above zero and whole, of hours to the minute` })
    }
    const compiled = when === undefined ? null : compile(when)
    if (compiled?.kind === 'mistake') {
      mistakes.push({ path: `${at}/when`, message: `${compiled.message} in '${when}'` })
    }
    const hidden = when === undefined && index < limit.length - 1
    if (hidden) mistakes.push({ path: at, message: 'holds always: the limits after it never do' })
    return mistakes
  })
}

function chargeMistakes(playbook: Playbook, { chargedTo, warnPercent }: Clock, path: string): Mistake[] {
  const mistakes = unknown(`${path}/chargedTo`, 'relation', chargedTo, chargeableRelations)
  const ties = Object.values(playbook.fields).some((field) => field.relation === chargedTo)
  const isTied = ties || (chargedTo === 'lead' && playbook.roles.leadOrg !== undefined)
  if (mistakes.length === 0 && !isTied) {
    mistakes.push({ path: `${path}/chargedTo`, message: `no field names anybody as ${chargedTo}` })
  }
  if (warnPercent !== undefined && !(warnPercent > 0 && warnPercent < 100)) {
    mistakes.push({ path: `${path}/warnPercent`, message: `${warnPercent} is not between 0 and 100` })
  }
  return mistakes
}

function ladderMistakes({ ladder = [], clocks = [] }: Playbook): Mistake[] {
  const heights = ladder.map(({ level }) => rungLevels.indexOf(level))
  return ladder.flatMap(({ level, after }, index) => {
    const path = `ladder/${index}`
    const mistakes = [
      ...unknown(`${path}/level`, 'level', level, rungLevels),
      ...unknown(
        `${path}/after/clock`,
        'clock',
        after.clock,
        clocks.map(({ key }) => key),
      ),
    ]
    if (!Number.isInteger(after.overdueWorkdays) || after.overdueWorkdays < 0) {
      const message = `${after.overdueWorkdays} is not a whole number from 0`
      mistakes.push({ path: `${path}/after/overdueWorkdays`, message })
    }
    const isLower = index > 0 && (heights[index] as number) < (heights[index - 1] as number)
    if (isLower) mistakes.push({ path: `${path}/level`, message: 'lower than the rung before it' })
    return mistakes
  })
}

function linkMistakes(path: string, key: string, { to }: LinkKind): Mistake[] {
  const mistakes = unknown(`${path}/to`, 'capability', to, ['any', ...capabilities])
  if (!/^[a-z][A-Za-z0-9]*$/.test(key)) mistakes.push({ path, message: 'not a camelCase name' })
  return mistakes
}

/** Only rules about clocks name clocks. */
function ruleMistakes({ lamps, clocks = [] }: Playbook): Mistake[] {
  const keys = clocks.map(({ key }) => key)
  return lamps.rules.flatMap((rule, index) => {
    const path = `lamps/rules/${index}`
    if (rule.subject === 'clock' && keys.length === 0)
      return [{ path: `${path}/subject`, message: 'no clock runs here' }]
    if (rule.clocks === undefined) return []
    if (rule.subject !== 'clock')
      return [{ path: `${path}/clocks`, message: `a rule about ${rule.subject} names clocks` }]
    return named(`${path}/clocks`, 'clock', rule.clocks, keys)
  })
}
