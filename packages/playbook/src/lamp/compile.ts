import type { LampReason, Title } from '@guatu/kernel'
import { lampLevels } from '@guatu/kernel'
import { expressionCompiler, soundTest } from '../expression.ts'
import { oncePer } from '../once.ts'
import type { LampRule, LampSubject, LitLevel, Playbook } from '../playbook.ts'
import { lampScope } from '../scopes.ts'

type Test = ReturnType<typeof soundTest>

export interface CompiledRule {
  readonly rule: LampRule
  readonly when: Test
  /** Gravest first. */
  readonly levels: readonly (readonly [LitLevel, Test])[]
}

export interface CompiledLamps {
  readonly node: readonly CompiledRule[]
  readonly item: readonly CompiledRule[]
  readonly clock: readonly CompiledRule[]
}

/** The rules of a playbook, compiled once. Throws on a mistake: a defined playbook has none. */
export const compiledLamps: (playbook: Playbook) => CompiledLamps = oncePer((playbook) => ({
  node: compileRules(playbook, 'node'),
  item: compileRules(playbook, 'item'),
  clock: compileRules(playbook, 'clock'),
}))

function compileRules(playbook: Playbook, subject: LampSubject): CompiledRule[] {
  const compile = expressionCompiler(lampScope(subject, playbook.lamps.thresholds))
  const test = (source: string): Test => soundTest(compile(source))
  return playbook.lamps.rules
    .filter((rule) => rule.subject === subject)
    .map((rule) => ({
      rule,
      when: test(rule.when),
      levels: lampLevels.flatMap((level) => {
        const source = (rule.levels as Readonly<Record<string, string | undefined>>)[level]
        return source === undefined ? [] : [[level as LitLevel, test(source)] as const]
      }),
    }))
}

type Figures = Readonly<Record<string, number | boolean>>

/** Why the rules light for these figures, in the order of the rules. */
export function litReasons(
  rules: readonly CompiledRule[],
  figures: Figures,
  thresholds: Readonly<Record<string, number>>,
  /** Figures that each rule has of its own. */
  ownFigures?: (rule: LampRule) => Figures,
): LampReason[] {
  return rules.flatMap((rule) => {
    const known = ownFigures ? { ...figures, ...ownFigures(rule.rule) } : figures
    return lightRule(rule, known, thresholds) ?? []
  })
}

function lightRule(
  { rule, when, levels }: CompiledRule,
  figures: Figures,
  thresholds: Readonly<Record<string, number>>,
): LampReason | null {
  const values = { [rule.subject]: figures, t: thresholds }
  if (!when(values)) return null
  const lit = levels.find(([, test]) => test(values))
  if (!lit) return null
  const shown = Object.fromEntries(rule.figures.map((key) => [key, Number(figures[key] ?? thresholds[key])]))
  return { rule: rule.key, level: lit[0], figures: shown, text: quote(rule.text, shown) }
}

function quote(text: Title, figures: Readonly<Record<string, number>>): Title {
  const fill = (words: string) => words.replace(/\{(\w+)\}/g, (_, key: string) => String(tenths(figures[key] ?? 0)))
  return { zh: fill(text.zh), en: fill(text.en) }
}

const tenths = (value: number): number => Math.round(value * 10) / 10
