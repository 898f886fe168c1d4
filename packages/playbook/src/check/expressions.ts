import { expressionCompiler } from '../expression.ts'
import type { LampRule, Playbook } from '../playbook.ts'
import { gateScope, lampScope, numericFigures } from '../scopes.ts'
import { type Check, type Mistake, repeated } from './mistake.ts'

type Compile = ReturnType<typeof expressionCompiler>

/** Every expression compiles in its scope, and every lamp text quotes figures that the lamp shows. */
export const checkExpressions: Check = (playbook) => [...gateMistakes(playbook), ...lampMistakes(playbook)]

function expressionMistakes(compile: Compile, path: string, source: string | undefined): Mistake[] {
  if (source === undefined) return []
  const compiled = compile(source)
  return compiled.kind === 'mistake' ? [{ path, message: `${compiled.message} in '${source}'` }] : []
}

function gateMistakes(playbook: Playbook): Mistake[] {
  const compile = expressionCompiler(gateScope(playbook))
  return playbook.gates.flatMap((gate, index) =>
    gate.needs.flatMap((need, at) => {
      const path = `gates/${index}/needs/${at}`
      return need.kind === 'condition'
        ? expressionMistakes(compile, `${path}/test`, need.test)
        : expressionMistakes(compile, `${path}/when`, need.when)
    }),
  )
}

function lampMistakes(playbook: Playbook): Mistake[] {
  const { thresholds, rules } = playbook.lamps
  const compilers = {
    node: expressionCompiler(lampScope('node', thresholds)),
    item: expressionCompiler(lampScope('item', thresholds)),
    clock: expressionCompiler(lampScope('clock', thresholds)),
  }
  return [
    ...repeated(
      rules.map((rule, index) => [`lamps/rules/${index}/key`, rule.key]),
      'lamp rule',
    ),
    ...rules.flatMap((rule, index) => {
      const path = `lamps/rules/${index}`
      const compile = compilers[rule.subject]
      const levels = Object.entries(rule.levels)
      return [
        ...expressionMistakes(compile, `${path}/when`, rule.when),
        ...levels.flatMap(([level, source]) => expressionMistakes(compile, `${path}/levels/${level}`, source)),
        ...(levels.length === 0 ? [{ path: `${path}/levels`, message: 'lights nothing' }] : []),
        ...textMistakes(path, rule, thresholds),
      ]
    }),
  ]
}

function textMistakes(path: string, rule: LampRule, thresholds: Readonly<Record<string, number>>): Mistake[] {
  const own = numericFigures(rule.subject)
  const known = [...own, ...Object.keys(thresholds)]
  const mistakes = rule.figures.flatMap((figure, index) =>
    known.includes(figure) ? [] : [{ path: `${path}/figures/${index}`, message: `no numeric figure '${figure}'` }],
  )
  for (const language of ['zh', 'en'] as const) {
    for (const [, quoted = ''] of rule.text[language].matchAll(/\{(\w+)\}/g)) {
      if (rule.figures.includes(quoted)) continue
      mistakes.push({ path: `${path}/text/${language}`, message: `quotes {${quoted}}, which figures does not name` })
    }
  }
  return mistakes
}
