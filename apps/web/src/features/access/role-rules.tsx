import {
  type AccessRule,
  type Action,
  actions,
  everyPhase,
  phaseTitles,
  phaseWords,
  type Relation,
  type Role,
  relations,
  roles,
} from '@guatu/access'
import { type Phase, phases } from '@guatu/kernel'
import { useState } from 'react'
import { useText } from '../../app/language.ts'
import { ScrollBox } from '../../ui/scroll-box.tsx'
import { Section } from '../../ui/section.tsx'
import { districtActionKeys, itemActionKeys, linesOf, withGrant } from './rule-grid.ts'
import { rulesTexts as texts } from './texts.ts'

interface RoleRulesProps {
  readonly role: Role
  readonly rules: readonly AccessRule[]
  /** Null: the rules are read, not revised. */
  readonly onRules: ((rules: readonly AccessRule[]) => void) | null
}

/** What one role may do: lines are the projects that it concerns, columns what can be done to them. */
export function RoleRules({ role, rules, onRules }: RoleRulesProps) {
  const t = useText()
  const [added, setAdded] = useState<readonly Relation[]>([])
  const lines = linesOf(rules, role)
  const fresh = added
    .filter((relation) => lines.every((line) => line.relation !== relation))
    .map((relation) => ({ role, relation, granted: new Map<Action, readonly Phase[]>() }))
  const shown = [...lines, ...fresh]
  const left = (Object.keys(relations) as Relation[]).filter((relation) =>
    shown.every((line) => line.relation !== relation),
  )
  const cell = { role, rules, onRules }
  return (
    <Section title={t(roles[role])} className="access-role">
      <ScrollBox className="access-scroll" label={t(roles[role])}>
        <table className="access-grid">
          <thead>
            <tr>
              <th scope="col">{t(texts.relation)}</th>
              {itemActionKeys.map((action) => (
                <th key={action} scope="col">
                  {t(actions[action])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ relation, granted }) => (
              <tr key={relation}>
                <th scope="row">{t(relations[relation])}</th>
                {itemActionKeys.map((action) => (
                  <GrantCell key={action} {...cell} {...{ relation, action }} granted={granted.get(action) ?? []} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {onRules && left.length > 0 ? (
        <select
          className="field-input access-add no-print"
          aria-label={t(texts.relation)}
          value=""
          onChange={(event) => setAdded([...added, event.target.value as Relation])}
        >
          <option value="">＋ {t(texts.relation)}</option>
          {left.map((relation) => (
            <option key={relation} value={relation}>
              {t(relations[relation])}
            </option>
          ))}
        </select>
      ) : null}
      <DistrictGrants {...cell} />
    </Section>
  )
}

/** What concerns the district as a whole: granted or not, whatever the phase. */
function DistrictGrants({ role, rules, onRules }: RoleRulesProps) {
  const t = useText()
  const granted = linesOf(rules, role).find(({ relation }) => relation === 'all')?.granted
  return (
    <p className="access-district">
      <span className="access-muted">{t(texts.district)}：</span>
      {districtActionKeys.map((action) => {
        const isGranted = granted?.has(action) === true
        if (!onRules) return isGranted ? <span key={action}>{t(actions[action])}</span> : null
        return (
          <label key={action}>
            <input
              type="checkbox"
              checked={isGranted}
              onChange={() => onRules(withGrant(rules, { role, action, relation: 'all' }, isGranted ? [] : phases))}
            />
            {t(actions[action])}
          </label>
        )
      })}
    </p>
  )
}

interface GrantCellProps extends RoleRulesProps {
  readonly relation: Relation
  readonly action: Action
  readonly granted: readonly Phase[]
}

/** A dot for everything, words for some; while revising, opening the cell shows what can be ticked. */
function GrantCell({ role, rules, onRules, relation, action, granted }: GrantCellProps) {
  const t = useText()
  const words = phaseWords(granted)
    .map((word) => t(word))
    .join('、')
  const isEvery = granted.length === phases.length
  if (!onRules) {
    return (
      <td>
        {isEvery ? <span aria-hidden="true">●</span> : words}
        {isEvery ? <span className="aside-text">{words}</span> : null}
      </td>
    )
  }
  const grant = { role, action, relation }
  const name = { role: t(roles[role]), action: t(actions[action]), relation: t(relations[relation]) }
  const toggled = (phase: Phase) =>
    granted.includes(phase) ? granted.filter((other) => other !== phase) : [...granted, phase]
  return (
    <td>
      <details className="access-grant">
        <summary aria-label={`${t(texts.granted, name)}：${words || '—'}`}>{isEvery ? '●' : words || '·'}</summary>
        <div className="access-phases">
          <label>
            <input
              type="checkbox"
              checked={isEvery}
              onChange={() => onRules(withGrant(rules, grant, isEvery ? [] : phases))}
            />
            {t(everyPhase)}
          </label>
          {phases.map((phase) => (
            <label key={phase}>
              <input
                type="checkbox"
                checked={granted.includes(phase)}
                onChange={() => onRules(withGrant(rules, grant, toggled(phase)))}
              />
              {t(phaseTitles[phase])}
            </label>
          ))}
        </div>
      </details>
    </td>
  )
}
