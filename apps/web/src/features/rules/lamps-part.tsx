import { relations } from '@guatu/access'
import { type LampLevel, lampFaces, lampLevels } from '@guatu/kernel'
import type { LampRule, Playbook } from '@guatu/playbook'
import { useLanguage, useText } from '../../app/language.ts'
import { LampMark } from '../../ui/lamp-mark.tsx'
import { ScrollBox } from '../../ui/scroll-box.tsx'
import { Section } from '../../ui/section.tsx'
import { levelParts } from './level-parts.ts'
import { NumberCell } from './number-cell.tsx'
import { type Plan, withThreshold } from './plan-draft.ts'
import { rulesTexts } from './texts.ts'

interface LampsPartProps {
  readonly playbook: Playbook
  readonly plan: Plan
  /** Null while the rules are only read. */
  readonly onPlan: ((plan: Plan) => void) | null
}

const subjectTexts = {
  node: rulesTexts.subjectNode,
  item: rulesTexts.subjectItem,
  clock: rulesTexts.subjectClock,
}

/** Each rule with its levels as sentences; the thresholds stand within them and are set where they are read. */
export function LampsPart({ playbook, plan, onPlan }: LampsPartProps) {
  const t = useText()
  return (
    <Section title={t(rulesTexts.lamps)} aside={t(rulesTexts.lampsNote)}>
      <ScrollBox className="rules-scroll" label={t(rulesTexts.lamps)}>
        <table className="rules-table">
          <thead>
            <tr>
              <th>{t(rulesTexts.rule)}</th>
              <th>{t(rulesTexts.levels)}</th>
              <th>{t(rulesTexts.said)}</th>
              <th>{t(rulesTexts.basis)}</th>
            </tr>
          </thead>
          <tbody>
            {playbook.lamps.rules.map((rule) => (
              <tr key={rule.key}>
                <th scope="row">
                  {t(rule.title)}
                  <small>{t(subjectTexts[rule.subject])}</small>
                </th>
                <td>
                  {lampLevels.map((level) =>
                    level in rule.levels ? <Level key={level} {...{ level, rule, plan, onPlan }} /> : null,
                  )}
                </td>
                <td className="rules-muted">{t(rule.text).replace(/\{\w+\}/g, '…')}</td>
                <td className="rules-muted">{rule.basis}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Section>
  )
}

interface LevelProps {
  readonly level: LampLevel
  readonly rule: LampRule
  readonly plan: Plan
  readonly onPlan: LampsPartProps['onPlan']
}

function Level({ level, rule, plan, onPlan }: LevelProps) {
  const t = useText()
  const expression = rule.levels[level as keyof typeof rule.levels] ?? ''
  const label = t(rulesTexts.threshold, { rule: t(rule.title), lamp: t(lampFaces[level].title) })
  return (
    <div className="rules-level">
      <LampMark level={level} />
      <span>
        {levelParts(expression).map((part, index) => {
          const key = `${index}${part.kind === 'threshold' ? part.key : part.text.zh}`
          if (part.kind === 'words') return <span key={key}>{t(part.text)} </span>
          return (
            <NumberCell
              key={key}
              label={label}
              value={plan.thresholds[part.key] ?? 0}
              onValue={onPlan ? (value) => onPlan(withThreshold(plan, part.key, value)) : null}
            />
          )
        })}
        <Follows rule={rule} level={level} />
      </span>
    </div>
  )
}

/** Who is told when the level lights, and what follows it. */
function Follows({ rule, level }: Pick<LevelProps, 'rule' | 'level'>) {
  const t = useText()
  const language = useLanguage()
  const told = rule.tells?.[level as keyof typeof rule.levels] ?? []
  const consequence = rule.consequence?.[level as keyof typeof rule.levels]
  if (told.length === 0 && !consequence) return null
  const names = told.map((relation) => t(relations[relation])).join(language === 'zh' ? '、' : ', ')
  return (
    <small className="rules-follows">
      {told.length > 0 ? t(rulesTexts.tells, { names }) : ''}
      {consequence ? ` ${t(consequence)}` : ''}
    </small>
  )
}
